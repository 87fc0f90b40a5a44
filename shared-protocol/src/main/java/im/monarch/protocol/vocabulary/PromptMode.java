package im.monarch.protocol.vocabulary;

/** GTC: what the owner's client does when somebody adds the owner. The server only stores it. */
public enum PromptMode {
  /** Ask the owner. The default. */
  A,
  /** Allow silently. */
  N
}
