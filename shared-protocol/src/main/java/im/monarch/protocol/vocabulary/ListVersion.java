package im.monarch.protocol.vocabulary;

/**
 * Version of everything stored for an account: one higher for every stored change, whoever caused
 * it. Clients keep the last one they heard and send it with SYN (MSNP2 to MSNP9).
 *
 * @param number 0 to 2^32 - 1; a server's own versions start at 1, 0 is a client that has nothing
 */
public record ListVersion(long number) {

  /** The version of an account that has never been changed. */
  public static final ListVersion FIRST = new ListVersion(1);

  private static final long MAX = 0xFFFF_FFFFL;

  public ListVersion {
    if (number < 0 || number > MAX) {
      throw new IllegalArgumentException("list version: " + number + " (expected: 0..4294967295)");
    }
  }

  public static ListVersion parse(String word) {
    return new ListVersion(Decimals.parse("list version", word));
  }

  /** The version after one more change; wraps to 1, because 0 means "nothing stored". */
  public ListVersion next() {
    return number == MAX ? FIRST : new ListVersion(number + 1);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
