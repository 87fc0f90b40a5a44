package im.monarch.protocol.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientWordsTest {

  @ParameterizedTest
  @CsvSource({
    "1.0.0863, 5.0.0537",
    "6.0.0268, 6.0.0602",
    "6.2, 6.2.0205",
    "9.0.1, 10.0.0",
    "0.91, 1.0",
    "8.5.1288.815, 8.5.1288.816",
    "b.0.0328, 1.0.0000",
    "8, 8.0.1",
    "2147483647.1, 2147483648.1"
  })
  void versionsAreComparedPartByPartAsNumbers(String older, String newer) {
    assertThat(new ClientVersion(older)).isLessThan(new ClientVersion(newer));
    assertThat(new ClientVersion(newer)).isGreaterThan(new ClientVersion(older));
  }

  @ParameterizedTest
  @CsvSource({"6.0.0602, 6.0.602", "7, 7.0.0000", "b.0.0328, 0.0.328", "., 0", "x, y"})
  void versionsOfTheSameNumbersRankTheSame(String one, String other) {
    assertThat(new ClientVersion(one)).isEqualByComparingTo(new ClientVersion(other));
  }

  @Test
  void aVersionIsKeptAsWritten() {
    assertThat(new ClientVersion("6.0.0602")).hasToString("6.0.0602");
  }

  @Test
  void aVersionHasAtMost64Characters() {
    assertThat(new ClientVersion("1".repeat(64))).hasToString("1".repeat(64));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClientVersion("1".repeat(65)));
  }

  @ParameterizedTest
  @CsvSource({
    "0x0409, 0x0409",
    "0X0409, 0x0409",
    "0x409, 0x0409",
    "0x0c0A, 0x0c0a",
    "0x0404, 0x0404",
    "0x0092, 0x0092",
    "0xf409, 0xf409"
  })
  void aLocaleNamesALanguage(String word, String locale) {
    assertThat(Lcid.parse(word)).hasToString(locale);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x1111", "0x0000", "0x0400", "0x0093", "0409", "0x", "0x10409", "1033", "x0409", "en", ""
      })
  void anythingElseIsNoLocale(String word) {
    assertThatIllegalArgumentException().isThrownBy(() -> Lcid.parse(word));
  }
}
