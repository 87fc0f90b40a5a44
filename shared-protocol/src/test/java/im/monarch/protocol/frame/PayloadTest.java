package im.monarch.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadTest {

  @Test
  void payloadsOfTheSameBytesAreEqual() {
    assertThat(Payload.utf8("é")).isEqualTo(Payload.wrap(new byte[] {(byte) 0xC3, (byte) 0xA9}));
    assertThat(Payload.utf8("é")).hasSameHashCodeAs(Payload.utf8("é"));
    assertThat(Payload.utf8("e")).isNotEqualTo(Payload.utf8("é"));
  }

  @Test
  void lengthsAreBytes() {
    assertThat(Payload.utf8("é✓").length()).isEqualTo(5);
  }

  @Test
  void whatSomebodyWroteIsNotInALog() {
    assertThat(Payload.utf8("private")).hasToString("7 bytes");
  }
}
