package im.monarch.protocol.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @Test
  void aNameHasAtMost387EscapedBytes() {
    var longest = "%C3%A9".repeat(64) + "abc";

    assertThat(new FriendlyName(longest).escaped()).hasSize(FriendlyName.MAX_BYTES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FriendlyName(longest + 'd'))
        .withMessageContaining("388 bytes");
  }

  @Test
  void rawCharactersOfANameCountAsBytes() {
    assertThat(new FriendlyName("✓".repeat(129)).escaped()).hasSize(129);
    assertThatIllegalArgumentException().isThrownBy(() -> new FriendlyName("✓".repeat(129) + 'x'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\tb", "a\r\nOUT", "a\u0000", "a\u007F"})
  void whatWouldBreakALineIsNoName(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new FriendlyName(text));
    assertThatIllegalArgumentException().isThrownBy(() -> new GroupName(text));
    assertThatIllegalArgumentException().isThrownBy(() -> new MsnObject(text));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClientVersion(text));
    assertThatIllegalArgumentException().isThrownBy(() -> new HostPort(text, 1));
  }

  @Test
  void aNameKeepsTheEscapesOfItsClient() {
    assertThat(new FriendlyName("%62%6f%62")).hasToString("%62%6f%62");
    assertThat(new FriendlyName("%62%6f%62").plain()).isEqualTo("bob");
    assertThat(new FriendlyName("%62%6f%62")).isNotEqualTo(new FriendlyName("bob"));
  }

  @Test
  void plainTextIsEscaped() {
    assertThat(FriendlyName.ofPlain("Alice & 100% é")).hasToString("Alice%20&%20100%25%20é");
    assertThat(GroupName.ofPlain("Other Contacts")).hasToString("Other%20Contacts");
  }

  @Test
  void aHandleIsTheNameOfSomebodyWhoHasChosenNone() {
    assertThat(FriendlyName.of(new Handle("Bob@example.com"))).hasToString("bob@example.com");
  }

  @Test
  void theLengthOfAGroupNameIsThatOnTheWire() {
    assertThat(new GroupName("é%20x").bytes()).isEqualTo(6);
  }

  @Test
  void anMsnObjectHasAtMost2048Characters() {
    assertThat(new MsnObject("x".repeat(2_048)).escaped()).hasSize(2_048);
    assertThatIllegalArgumentException().isThrownBy(() -> new MsnObject("x".repeat(2_049)));
  }
}
