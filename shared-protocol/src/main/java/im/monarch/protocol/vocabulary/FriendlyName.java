package im.monarch.protocol.vocabulary;

/**
 * Friendly name: what others read instead of the handle. Kept as it was escaped by the client that
 * chose it and relayed byte for byte; clients differ in how much they escape.
 *
 * @param escaped 1 to 387 bytes of UTF-8 without blanks (129 characters of three bytes each)
 */
public record FriendlyName(String escaped) {

  /** Longest name on the wire, in bytes of its escaped form. */
  public static final int MAX_BYTES = 387;

  public FriendlyName {
    if (!WireText.isWord(escaped)) {
      throw new IllegalArgumentException("friendly name: expected one word");
    }
    int bytes = WireText.length(escaped);
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "friendly name: " + bytes + " bytes (expected: at most " + MAX_BYTES + ')');
    }
  }

  /** The name for {@code plain} text, escaped as little as the wire allows. */
  public static FriendlyName ofPlain(String plain) {
    return new FriendlyName(Escapes.escape(plain));
  }

  /** The name of somebody who has not chosen one: names may not be empty on the wire. */
  public static FriendlyName of(Handle handle) {
    return new FriendlyName(Escapes.escape(handle.address()));
  }

  /** The text a person reads. */
  public String plain() {
    return Escapes.unescape(escaped);
  }

  @Override
  public String toString() {
    return escaped;
  }
}
