package im.monarch.conformance.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of the wire as text: one character per byte, so that nothing is lost when a peer sends what
 * is not UTF-8.
 */
public final class WireText {

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|(.))");
  private static final int HEX = 16;

  private WireText() {}

  /** What {@code text} looks like on the wire. */
  public static String of(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  public static String of(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  public static byte[] bytes(String wire) {
    return wire.getBytes(ISO_8859_1);
  }

  /**
   * Reads {@code \r \n \t \0 \\ \xNN}.
   *
   * @throws IllegalArgumentException for any other escape
   */
  public static String unescape(String text) {
    return ESCAPE.matcher(of(text)).replaceAll(found -> Matcher.quoteReplacement(meaning(found)));
  }

  private static String meaning(MatchResult escape) {
    if (escape.group(1) != null) {
      return String.valueOf((char) Integer.parseInt(escape.group(1), HEX));
    }
    return switch (escape.group(2)) {
      case "r" -> "\r";
      case "n" -> "\n";
      case "t" -> "\t";
      case "0" -> "\0";
      case "\\" -> "\\";
      default -> throw new IllegalArgumentException("no such escape: " + escape.group());
    };
  }

  /** For people: UTF-8 where it is, control bytes and everything else escaped. */
  public static String show(String wire) {
    var shown = new StringBuilder();
    for (char c : decoded(wire).toCharArray()) {
      switch (c) {
        case '\r' -> shown.append("\\r");
        case '\n' -> shown.append("\\n");
        case '\0' -> shown.append("\\0");
        default -> {
          if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
            shown.append("\\x%02x".formatted((int) c));
          } else {
            shown.append(c);
          }
        }
      }
    }
    return shown.toString();
  }

  private static String decoded(String wire) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(wire))).toString();
    } catch (CharacterCodingException e) {
      return wire;
    }
  }
}
