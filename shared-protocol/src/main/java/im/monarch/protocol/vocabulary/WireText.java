package im.monarch.protocol.vocabulary;

import java.nio.charset.StandardCharsets;

/** What a text is on the wire: lengths count bytes there, where Java counts UTF-16 units. */
final class WireText {

  private WireText() {}

  /**
   * Whether {@code text} can stand between two blanks: not empty, no blank, nothing that ends a
   * line.
   */
  static boolean isWord(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c != 0x7F);
  }

  /** How many bytes {@code text} takes on the wire. */
  static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
