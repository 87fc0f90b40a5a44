package im.monarch.protocol.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

  private static final String DOMAIN = "@example.com";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice@example.com",
        "a@b.c",
        "a.b-c_d+e!#$&*/=?^`{|}~@x-y.example.co.uk",
        "1@2.3"
      })
  void anAddressIsAHandle(String address) {
    assertThat(new Handle(address).address()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "alice",
        "@example.com",
        "alice@",
        "alice@example",
        "a@b",
        "alice@.com",
        "alice@example.",
        "alice@@example.com",
        "a@b@example.com",
        "al ice@example.com",
        "alice@example.com ",
        "al\tice@example.com",
        "alice@exa\nmple.com",
        "al,ice@example.com",
        "al'ice@example.com",
        "al\"ice@example.com",
        "al(ice@example.com",
        "al:ice@example.com",
        "al;ice@example.com",
        "al<ice@example.com",
        "al>ice@example.com",
        "al\\ice@example.com",
        "al%20ice@example.com",
        "alicé@example.com",
        "al\u007Fice@example.com",
        "\u212Aate@example.com"
      })
  void anythingElseIsNot(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Handle(address))
        .withMessageContaining("name@example.com");
  }

  @Test
  void caseDoesNotMatter() {
    assertThat(new Handle("Bob@Example.COM"))
        .isEqualTo(new Handle("bob@example.com"))
        .hasToString("bob@example.com");
  }

  @Test
  void aHandleHasAtMost129Bytes() {
    var longest = "a".repeat(Handle.MAX_BYTES - DOMAIN.length()) + DOMAIN;

    assertThat(new Handle(longest).address()).hasSize(129);
    assertThatIllegalArgumentException().isThrownBy(() -> new Handle('a' + longest));
  }

  @Test
  void aRefusedHandleIsNotRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Handle("my password"))
        .withMessageNotContaining("password");
  }
}
