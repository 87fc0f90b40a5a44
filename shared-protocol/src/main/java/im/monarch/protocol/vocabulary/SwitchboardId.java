package im.monarch.protocol.vocabulary;

/**
 * Number of a switchboard session, as CAL and RNG name it. Digits only: clients read it as a signed
 * 32-bit integer.
 *
 * @param number 1 to 2^31 - 1
 */
public record SwitchboardId(int number) {

  public SwitchboardId {
    if (number < 1) {
      throw new IllegalArgumentException("session: " + number + " (expected: 1..2147483647)");
    }
  }

  public static SwitchboardId parse(String word) {
    long number = Decimals.parse("session", word);
    return new SwitchboardId(number > Integer.MAX_VALUE ? 0 : (int) number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
