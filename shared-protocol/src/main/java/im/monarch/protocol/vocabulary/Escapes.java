package im.monarch.protocol.vocabulary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent escapes of free text inside a line: UTF-8 octets, two hex digits of either case. A plus
 * is a plus, never a blank (protocol notes, 1.5).
 */
public final class Escapes {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Escapes() {}

  /** Escapes what may not stand in a line: blanks, percent signs and control characters. */
  public static String escape(String plain) {
    var escaped = new StringBuilder(plain.length() + 16);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c <= ' ' || c == '%' || c == 0x7F) {
        escaped.append('%').append(HEX.toHexDigits((byte) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** The text behind the escapes; a percent sign that starts no escape stands for itself. */
  public static String unescape(String escaped) {
    if (escaped.indexOf('%') < 0) {
      return escaped;
    }
    var bytes = escaped.getBytes(StandardCharsets.UTF_8);
    var plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2])) {
        plain.write(
            HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]));
        i += 2;
      } else {
        plain.write(bytes[i]);
      }
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  private static boolean isHex(byte b) {
    return HexFormat.isHexDigit(b);
  }
}
