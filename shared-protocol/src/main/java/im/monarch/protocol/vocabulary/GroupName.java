package im.monarch.protocol.vocabulary;

/**
 * Name of a group of contacts, escaped as its owner's client chose.
 *
 * @param escaped not empty, without blanks; how long it may be is for the address book's limits
 */
public record GroupName(String escaped) {

  public GroupName {
    if (!WireText.isWord(escaped)) {
      throw new IllegalArgumentException("group name: expected one word");
    }
  }

  public static GroupName ofPlain(String plain) {
    return new GroupName(Escapes.escape(plain));
  }

  public String plain() {
    return Escapes.unescape(escaped);
  }

  /** Length on the wire, which is what the limits count. */
  public int bytes() {
    return WireText.length(escaped);
  }

  @Override
  public String toString() {
    return escaped;
  }
}
