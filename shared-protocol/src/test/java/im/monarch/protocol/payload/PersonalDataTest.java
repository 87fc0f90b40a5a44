package im.monarch.protocol.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.PersonalMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  @Test
  void whatIsReadIsWrittenUnchanged() {
    var text =
        "<Data><PSM>a &amp; b &#65;&#x2713; ✓</PSM><CurrentMedia>\\0Music</CurrentMedia></Data>";

    assertThat(PersonalData.write(read(text)).utf8()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Data><CurrentMedia>b</CurrentMedia><PSM>a</PSM></Data>",
        "<Data>\r\n\t<PSM>a</PSM>\r\n\t<CurrentMedia>b</CurrentMedia>\r\n</Data>\r\n",
        "<Data ><PSM >a</PSM ><MachineGuid>{1}</MachineGuid><CurrentMedia>b</CurrentMedia></Data>",
        "<Data><PSM>a</PSM><CurrentMedia>b</CurrentMedia><PSM>c</PSM></Data>"
      })
  void theElementsAreFoundWhereverTheyAre(String text) {
    assertThat(read(text)).isEqualTo(new PersonalMessage("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<Data/>",
        "<Data />",
        "<Data></Data>",
        "<Data><PSM/><CurrentMedia/></Data>",
        "<Data><PSM></PSM></Data>"
      })
  void whatIsNotThereIsEmpty(String text) {
    assertThat(read(text)).isEqualTo(PersonalMessage.NONE);
  }

  /** What makes XML parsers read files, ask other servers, or grow. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE Data><Data><PSM>a</PSM></Data>",
        "<!DOCTYPE Data [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Data><PSM>&x;</PSM></Data>",
        "<!DOCTYPE Data SYSTEM \"http://example.com/a.dtd\"><Data><PSM>a</PSM></Data>",
        "<!DOCTYPE Data [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><Data><PSM>&b;</PSM></Data>",
        "<!DOCTYPE Data [<!ENTITY % x SYSTEM \"http://example.com/\"> %x;]><Data/>",
        "<Data><!DOCTYPE x><PSM>a</PSM></Data>",
        "<?xml version=\"1.0\" encoding=\"UTF-7\"?><Data/>",
        "<?xml-stylesheet href=\"http://example.com/a.xsl\"?><Data/>",
        "<Data><PSM><?php x ?></PSM></Data>",
        "<Data><PSM><![CDATA[a]]></PSM></Data>",
        "<Data><PSM><!-- a --></PSM></Data>",
        "<Data><PSM>&x;</PSM></Data>",
        "<Data xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include"
            + " href=\"/etc/passwd\"/></Data>",
        "<Data><PSM a=\"1\">a</PSM></Data>"
      })
  void nothingIsResolved(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "a",
        "<",
        "<Data",
        "<Data>",
        "<Data><PSM>",
        "<Data><PSM>a",
        "<Data><PSM>a</Data>",
        "<Data><PSM>a</PSM>",
        "<Data><PSM>a</PSM></Data>b",
        "<Data></Data><Data></Data>",
        "<Data>a</Data>",
        "<Data><></></Data>",
        "<Data><PSM><PSM>a</PSM></PSM></Data>",
        "<data></data>",
        "<Data><PSM>a & b</PSM></Data>",
        "<Data><PSM>&amp</PSM></Data>",
        "<Data><PSM>&#0;</PSM></Data>",
        "<Data><PSM>&#xD800;</PSM></Data>",
        "<Data><PSM>&#x110000;</PSM></Data>",
        "<Data><PSM>&#;</PSM></Data>",
        "<Data><PSM>&#x;</PSM></Data>",
        "<Data><PSM>&#+65;</PSM></Data>",
        "<Data><PSM>&#-65;</PSM></Data>",
        "<Data><PSM>&#99999999999;</PSM></Data>",
        "<Data><PSM>]]></PSM></Data>",
        "<Data><PSM>\u0001</PSM></Data>",
        "\uFEFF<Data></Data>"
      })
  void whatIsNotWellFormedIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(text));
  }

  @Test
  void brokenUtf8IsRefused() {
    var bytes = "<Data><PSM>\u00E9</PSM></Data>".getBytes(StandardCharsets.ISO_8859_1);

    assertThatIllegalArgumentException().isThrownBy(() -> PersonalData.read(Payload.wrap(bytes)));
  }

  @Test
  void theLongestMessageIsReadAndOneByteMoreIsNot() {
    int around = "<Data><PSM></PSM></Data>".length();
    var longest = "a".repeat(4_096 - around);

    assertThat(read("<Data><PSM>" + longest + "</PSM></Data>").text()).isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("<Data><PSM>a" + longest + "</PSM></Data>"));
  }

  private static PersonalMessage read(String text) {
    return PersonalData.read(Payload.utf8(text));
  }
}
