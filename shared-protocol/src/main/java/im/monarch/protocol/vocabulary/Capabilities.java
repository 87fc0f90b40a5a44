package im.monarch.protocol.vocabulary;

/**
 * Client id: a mask of what a client can do. The server stores and relays it, nothing more.
 *
 * @param bits 0 to 2^32 - 1, written in decimal
 */
public record Capabilities(long bits) {

  /** What a client that sent none is shown with. */
  public static final Capabilities NONE = new Capabilities(0);

  private static final long MAX = 0xFFFF_FFFFL;

  public Capabilities {
    if (bits < 0 || bits > MAX) {
      throw new IllegalArgumentException("client id: " + bits + " (expected: 0..4294967295)");
    }
  }

  public static Capabilities parse(String word) {
    return new Capabilities(Decimals.parse("client id", word));
  }

  @Override
  public String toString() {
    return Long.toString(bits);
  }
}
