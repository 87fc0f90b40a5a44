package im.monarch.protocol.vocabulary;

/**
 * Locale of a client: a Windows language identifier, {@code 0x0409} for English (United States).
 *
 * @param value 16 bits; the low ten name the language, the high six the country or script
 */
public record Lcid(int value) {

  private static final int LANGUAGE_BITS = 0x3FF;
  private static final int LAST_LANGUAGE = 0x92;
  private static final int HEX = 16;

  public Lcid {
    int language = value & LANGUAGE_BITS;
    if (value < 0 || value > 0xFFFF || language == 0 || language > LAST_LANGUAGE) {
      throw new IllegalArgumentException("locale: no such language");
    }
  }

  /** Reads {@code 0x0409}; the prefix and one to four hex digits. */
  public static Lcid parse(String word) {
    if (!word.matches("0[xX][0-9a-fA-F]{1,4}")) {
      throw new IllegalArgumentException("locale: expected 0x and up to four hex digits");
    }
    return new Lcid(Integer.parseInt(word.substring(2), HEX));
  }

  @Override
  public String toString() {
    return "0x%04x".formatted(value);
  }
}
