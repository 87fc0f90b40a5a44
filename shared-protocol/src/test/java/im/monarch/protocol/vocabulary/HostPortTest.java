package im.monarch.protocol.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.5:1863, 10.0.0.5, 1863",
    "messenger.example.com:0, messenger.example.com, 0",
    "localhost:65535, localhost, 65535",
    "[::1]:1863, ::1, 1863",
    "[::]:80, ::, 80",
    "[2001:db8::ffff:192.0.2.1]:443, 2001:db8::ffff:192.0.2.1, 443"
  })
  void anAddressIsReadAndWrittenAlike(String text, String host, int port) {
    assertThat(HostPort.parse(text)).isEqualTo(new HostPort(host, port)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        ":1863",
        "localhost:",
        "localhost:65536",
        "localhost:-1",
        "localhost:x",
        "localhost:99999999999999999999",
        "local host:1",
        "::1:1863",
        "[::1]",
        "[::1]:",
        "[]:1",
        "[localhost]:1",
        "[::1:1863",
        "::1]:1863",
        "a:b:1",
        "http://localhost:1"
      })
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> HostPort.parse(text));
  }

  @Test
  void aHostHasNoBracketsOfItsOwn() {
    assertThatIllegalArgumentException().isThrownBy(() -> new HostPort("[::1]", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new HostPort("host:80", 1));
  }

  @Test
  void aRefusedPortIsNamedWithItsRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HostPort("localhost", 99_999))
        .withMessage("port: 99999 (expected: 0..65535)");
  }
}
