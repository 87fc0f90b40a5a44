package im.monarch.passport.login;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/** What somebody typed, from what their client made of it. */
final class Typed {

  private Typed() {}

  /**
   * The text behind percent escapes; a percent sign that starts none stands for itself, and a plus
   * is a plus. UTF-8, or Latin-1 where it cannot be UTF-8: clients on older systems send that.
   *
   * @param value one character per byte
   */
  static String text(String value) {
    var bytes = new ByteArrayOutputStream(value.length());
    for (int i = 0; i < value.length(); i++) {
      if (startsEscape(value, i)) {
        bytes.write(HexFormat.fromHexDigits(value, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(value.charAt(i));
      }
    }
    return decoded(bytes.toByteArray());
  }

  private static boolean startsEscape(String value, int i) {
    return value.charAt(i) == '%'
        && i + 2 < value.length()
        && HexFormat.isHexDigit(value.charAt(i + 1))
        && HexFormat.isHexDigit(value.charAt(i + 2));
  }

  private static String decoded(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, ISO_8859_1);
    }
  }
}
