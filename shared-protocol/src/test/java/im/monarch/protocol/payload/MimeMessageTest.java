package im.monarch.protocol.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MimeMessageTest {

  @Test
  void aMessageWithoutABodyEndsWithTheEmptyLine() {
    var message = MimeMessage.of("text/plain").header("Kid", 0).header("Gender", "").withoutBody();

    assertThat(message.utf8())
        .isEqualTo("MIME-Version: 1.0\r\nContent-Type: text/plain\r\nKid: 0\r\nGender: \r\n\r\n");
  }

  @Test
  void aBodyFollowsTheEmptyLineAsItIs() {
    var message = MimeMessage.of("text/plain").body("é\r\n");

    assertThat(message.utf8()).endsWith("text/plain\r\n\r\né\r\n");
    assertThat(message.length()).isEqualTo(message.utf8().length() + 1);
  }
}
