package im.monarch.protocol.vocabulary;

/**
 * Transaction id: chosen by the client, echoed in every direct answer. Neither order nor uniqueness
 * means anything to a server; 0 is legal from a client (protocol notes, 1.3).
 *
 * @param value 0 to 2^32 - 1
 */
public record TrId(long value) {

  /** What a server puts where a line has a transaction id but answers nobody. */
  public static final TrId ASYNCHRONOUS = new TrId(0);

  private static final long MAX = 0xFFFF_FFFFL;
  private static final int MAX_DIGITS = 10;

  public TrId {
    if (value < 0 || value > MAX) {
      throw new IllegalArgumentException("trId: " + value + " (expected: 0..4294967295)");
    }
  }

  /** One to ten decimal digits, nothing else: no sign, no space. */
  public static TrId parse(String word) {
    if (word.length() > MAX_DIGITS) {
      throw new IllegalArgumentException("trId longer than " + MAX_DIGITS + " digits");
    }
    return new TrId(Decimals.parse("trId", word));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
