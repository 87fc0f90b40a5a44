package im.monarch.passport.nexus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealmTest {

  @ParameterizedTest
  @CsvSource({
    "localhost, localhost",
    "login.example.com, login.example.com",
    "login.example.com:8443, login.example.com",
    "192.0.2.1:443, 192.0.2.1",
    "[::1], ::1",
    "[2001:db8::1]:8443, 2001:db8::1",
  })
  void theNameIsTheHostWithoutItsPort(String host, String name) {
    assertThat(new Realm(host, 15).hostName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "https://login.example.com",
        "login.example.com/login2.srf",
        "login.example.com,DALogin=evil.example.com",
        "login.example.com:",
        "a b",
        "a'b",
        "::1",
      })
  void whatWouldBreakAHeaderIsNoHost(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Realm(host, 15))
        .withMessageContaining("expected: a name or an address");
  }
}
