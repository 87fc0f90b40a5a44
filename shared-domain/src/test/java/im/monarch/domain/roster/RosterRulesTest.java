package im.monarch.domain.roster;

import static im.monarch.domain.roster.Notation.OWNER;
import static im.monarch.domain.roster.Notation.after;
import static im.monarch.domain.roster.Notation.apply;
import static im.monarch.domain.roster.Notation.contactsAfter;
import static im.monarch.domain.roster.Notation.handle;
import static im.monarch.domain.roster.Notation.roster;
import static im.monarch.domain.roster.RosterRules.touched;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADD FL bob Bobby",
        "ADD AL bob Bobby",
        "REM FL carol",
        "REM FL carol 1",
        "REA carol Caz",
        "REA carol Carol",
        "REA NewName",
        "REA Owner",
        "ADG Family",
        "RMG 1",
        "REG 1 Mates",
        "PRP PHH 555",
        "PRP PHH",
        "GTC N",
        "BLP BL",
        "ARRANGE bob FL,AL New",
        "ARRANGE bob - -"
      })
  void everyEditThatIsMadeRaisesTheVersionByOne(String edit) {
    var before = roster("carol:Carol FL 1");

    var after = after(before, edit);

    assertThat(after.version()).isEqualTo(before.version().next());
  }

  @ParameterizedTest
  @CsvSource({"GTC A", "BLP AL"})
  void theModeInForceIsRefused(String edit) {
    assertThat(contactsAfter(apply(roster("-"), edit))).isEqualTo("ALREADY_IN_MODE");
  }

  @Test
  void modesAreStored() {
    var after = after(after(roster("-"), "GTC N"), "BLP BL");

    assertThat(after.prompt()).isEqualTo(PromptMode.N);
    assertThat(after.privacy()).isEqualTo(PrivacyMode.BL);
  }

  @Test
  void theOwnNameIsStored() {
    var after = after(roster("-"), "REA Allie");

    assertThat(after.name()).isEqualTo(new FriendlyName("Allie"));
  }

  @Test
  void propertiesAreSetAndReplaced() {
    var after = after(after(after(roster("-"), "PRP PHH 1"), "PRP PHW 2"), "PRP PHH 3");

    assertThat(after.properties()).isEqualTo(Map.of(PropertyKey.PHH, "3", PropertyKey.PHW, "2"));
  }

  @Test
  void aPropertyWithoutAValueIsCleared() {
    var after = after(after(roster("-"), "PRP PHH 1"), "PRP PHH");

    assertThat(after.properties()).isEmpty();
  }

  @Test
  void theVersionAfterTheHighestIsOne() {
    var highest = new ListVersion(0xFFFF_FFFFL);

    assertThat(highest.next()).isEqualTo(ListVersion.FIRST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                              | edit                   | touched
          -                                     | ADD FL bob Bobby       | bob
          -                                     | ADD AL bob Bobby       | -
          bob:B FL 0                            | ADD FL bob Bobby 1     | -
          bob:B FL RL 0                         | REM FL bob             | bob
          bob:B FL 0,1                          | REM FL bob 1           | -
          bob:B AL                              | REM AL bob             | -
          b:B FL 1; c:C FL 1,3; d:D FL 1        | RMG 1                  | b d
          b:B FL RL 1; c:C RL                   | REA Allie              | -
          b:B FL RL 1; c:C RL; d:D BL RL; e:E AL| PRP PHH 555            | b c
          b:B FL RL 1; c:C RL                   | PRP PHH                | -
          b:B RL                                | ARRANGE c FL,AL New    | c
          b:B FL RL 0                           | ARRANGE b AL -         | b
          b:B FL RL 0                           | ARRANGE b FL Work      | -
          -                                     | ADD FL owner Me        | -
          """)
  void thoseWhoseReverseListOrWhoseViewChangesAreTouched(
      String before, String edit, String expected) {
    var book = roster(before);

    var touched = touched(book, after(book, edit));

    assertThat(touched).isEqualTo(TransitionsTest.handles(expected));
  }

  @Test
  void withPrivacyOnlyAllowedWatchersAreTouchedByAProperty() {
    var book = after(roster("b:B AL RL; c:C RL"), "BLP BL");

    var touched = touched(book, after(book, "PRP PHH 555"));

    assertThat(touched).containsExactly(handle("b"));
  }

  @Test
  void theOwnerStaysWhoTheyAre() {
    assertThat(after(roster("-"), "REA Allie").owner()).isEqualTo(OWNER);
  }
}
