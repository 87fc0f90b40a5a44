package im.monarch.protocol.vocabulary;

/** Numbers as the wire writes them: ASCII digits only, where {@code Long.parseLong} takes more. */
public final class Decimals {

  private static final int MAX_DIGITS = 18;

  private Decimals() {}

  /**
   * The number that {@code word} writes.
   *
   * @param name what the number is, for the message
   */
  public static long parse(String name, String word) {
    if (word.isEmpty() || word.length() > MAX_DIGITS) {
      throw new IllegalArgumentException(name + ": expected 1.." + MAX_DIGITS + " digits");
    }
    long value = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < '0' || c > '9') {
        throw new IllegalArgumentException(name + ": not a decimal number");
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }
}
