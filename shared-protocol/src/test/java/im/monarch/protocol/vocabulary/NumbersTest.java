package im.monarch.protocol.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "007, 7", "4294967295, 4294967295", "0000000001, 1"})
  void aTransactionIdHas32UnsignedBits(String word, long value) {
    assertThat(TrId.parse(word)).isEqualTo(new TrId(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "+1",
        " 1",
        "1 ",
        "1.0",
        "0x1",
        "x",
        "4294967296",
        "9999999999",
        "00000000001",
        "٣"
      })
  void anythingElseIsNoTransactionId(String word) {
    assertThatIllegalArgumentException().isThrownBy(() -> TrId.parse(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "268435500", "4294967295"})
  void aClientIdHas32UnsignedBits(String word) {
    assertThat(Capabilities.parse(word)).hasToString(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "4294967296", "9223372036854775808", "99999999999999999999", "1:2"})
  void anythingElseIsNoClientId(String word) {
    assertThatIllegalArgumentException().isThrownBy(() -> Capabilities.parse(word));
  }

  @Test
  void listVersionsCountUp() {
    assertThat(ListVersion.FIRST.next()).isEqualTo(new ListVersion(2));
    assertThat(ListVersion.parse("0").next()).isEqualTo(ListVersion.FIRST);
  }

  @Test
  void listVersionsWrapToOneBecauseZeroIsNothing() {
    assertThat(ListVersion.parse("4294967295").next()).isEqualTo(new ListVersion(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "4294967296", "1a"})
  void anythingElseIsNoListVersion(String word) {
    assertThatIllegalArgumentException().isThrownBy(() -> ListVersion.parse(word));
  }

  @Test
  void groupsAreNumberedFrom0To29() {
    assertThat(GroupId.parse("0")).isEqualTo(GroupId.OTHER_CONTACTS);
    assertThat(GroupId.parse("29")).hasToString("29");
    assertThat(GroupId.parse("29").isPossible()).isTrue();
    assertThat(GroupId.parse("2")).isLessThan(GroupId.parse("10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "31", "4294967296"})
  void aClientMayNameAGroupThatNobodyCanHave(String word) {
    assertThat(GroupId.parse(word).isPossible()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "", "a", "+1", "1000000000000000000"})
  void anythingElseIsNoGroup(String word) {
    assertThatIllegalArgumentException().isThrownBy(() -> GroupId.parse(word));
  }
}
