package im.monarch.protocol.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "a b",
        "100%",
        "%20",
        "1+1",
        "a\tb\r\nc\u0000",
        "\u007F",
        "é✓\uD83D\uDE00",
        "%%41",
        "<msnobj Creator=\"a@b.c\"/>"
      })
  void whatWasEscapedComesBack(String plain) {
    assertThat(Escapes.unescape(Escapes.escape(plain))).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "a b, a%20b",
    "100%, 100%25",
    "1+1, 1+1",
    "é, é",
    "'a\tb', a%09b",
    "'\r\n', %0D%0A",
    "'\u007F', %7F"
  })
  void onlyWhatMayNotStandInALineIsEscaped(String plain, String escaped) {
    assertThat(Escapes.escape(plain)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @CsvSource({"a%20b, a b", "%c3%a9%C3%A9, éé", "a+b, a+b", "%2B, +", "%2520, %20", "é%20é, é é"})
  void escapesOfEitherCaseAreRead(String escaped, String plain) {
    assertThat(Escapes.unescape(escaped)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%%", "%4", "%zz", "100%", "%4g", "a%", "%é1"})
  void aPercentSignThatStartsNoEscapeStandsForItself(String text) {
    assertThat(Escapes.unescape(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"%%41, %A", "%4%41, %4A", "%FF, \uFFFD", "%C3, \uFFFD", "%E2%9Cx, \uFFFDx"})
  void malformedEscapesAreReadAsFarAsPossible(String escaped, String plain) {
    assertThat(Escapes.unescape(escaped)).isEqualTo(plain);
  }
}
