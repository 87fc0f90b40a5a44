package im.monarch.protocol.vocabulary;

/**
 * PRP and BPR: what an account says about itself besides its name; written as the constant's name.
 */
public enum PropertyKey {
  /** Telephone at home. */
  PHH,
  /** Telephone at work. */
  PHW,
  /** Mobile telephone. */
  PHM,
  /** Whether others may send to the mobile: {@code Y} or {@code N}. */
  MOB,
  /** Whether a mobile device is set up: {@code Y} or {@code N}; set by the server only. */
  MBE
}
