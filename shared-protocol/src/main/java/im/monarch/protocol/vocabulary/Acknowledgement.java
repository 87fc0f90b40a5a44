package im.monarch.protocol.vocabulary;

/** What the sender of a message wants to hear about it; written as its constant's name. */
public enum Acknowledgement {
  /** Nothing. Clients say so when they tell that somebody is typing. */
  U,
  /** NAK if nobody got it, nothing otherwise. */
  N,
  /** ACK if everybody else got it, NAK if nobody did. */
  A,
  /** For data: ACK if everybody else got it, error 282 if nobody did (since MSNP9). */
  D
}
