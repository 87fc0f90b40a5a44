package im.monarch.protocol.vocabulary;

/**
 * MSNObject: names somebody's display picture. Opaque to the server and relayed as it came, escapes
 * and all: the peer compares hashes of the exact text (MSNP9 and later).
 *
 * @param escaped not empty, without blanks, at most 2,048 characters
 */
public record MsnObject(String escaped) {

  private static final int MAX_LENGTH = 2_048;

  public MsnObject {
    if (!WireText.isWord(escaped) || escaped.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "MSNObject: expected one word of at most " + MAX_LENGTH + " characters");
    }
  }

  @Override
  public String toString() {
    return escaped;
  }
}
