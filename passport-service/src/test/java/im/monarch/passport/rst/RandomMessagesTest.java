package im.monarch.passport.rst;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.passport.rst.RstRequest.Refused;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RandomMessagesTest {

  @Test
  void noBytesMakeItThrowOrHang() {
    var random = new Random(2_005);
    for (int i = 0; i < 3_000; i++) {
      var bytes = new byte[random.nextInt(1_000)];
      random.nextBytes(bytes);

      assertThat(RstReader.read(bytes)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void noErrorInAMessageMakesItThrowOrHang() {
    var random = new Random(1_999);
    var messages = RstReaderTest.formsOfOneMessage().map(RstReaderTest::filled).toList();
    for (int i = 0; i < 6_000; i++) {
      var message = messages.get(random.nextInt(messages.size()));

      assertThat(RstReader.read(mutated(message, random))).isNotNull();
    }
  }

  private static final List<String> PIECES =
      List.of(
          "<!DOCTYPE a [",
          "<!ENTITY a \"b\">",
          "]>",
          "&a;",
          "&#",
          "<![CDATA[",
          "]]>",
          "<!--",
          "-->",
          "<?",
          "?>",
          "</",
          "/>",
          "xmlns=\"\"",
          "xmlns:a=''",
          "\0",
          "\uFFFF",
          "<a:b",
          "\"",
          "<",
          ">");

  private static byte[] mutated(String message, Random random) {
    var text = new StringBuilder(message);
    for (int n = 1 + random.nextInt(5); n > 0; n--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(0x10000));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(60)));
        case 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 3 -> text.setCharAt(at, "<>&'\"=:/!?[]".charAt(random.nextInt(12)));
        default -> text.insert(at, message, 0, random.nextInt(message.length()));
      }
      if (text.isEmpty()) {
        text.append(' ');
      }
    }
    return text.toString().getBytes(UTF_8);
  }
}
