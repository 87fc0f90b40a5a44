package im.monarch.protocol.frame;

/**
 * How much one peer may make us hold.
 *
 * @param maxLine longest command line, in bytes, without its line ending
 * @param maxPayload longest payload, in bytes; 0 accepts no command with a payload
 */
public record FrameLimits(int maxLine, int maxPayload) {

  /** Before anybody has signed in: the longest honest line is a ticket of some 2 KiB. */
  public static final FrameLimits BEFORE_SIGN_IN = new FrameLimits(4_096, 0);

  /** For a signed-in client of a notification server. */
  public static final FrameLimits SIGNED_IN = new FrameLimits(8_192, 8_192);

  public FrameLimits {
    if (maxLine <= 0 || maxPayload < 0) {
      throw new IllegalArgumentException(
          "frame limits: " + maxLine + ", " + maxPayload + " (expected: > 0, >= 0)");
    }
  }
}
