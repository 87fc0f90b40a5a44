package im.monarch.domain.roster;

import static im.monarch.domain.roster.Notation.KEPT;
import static im.monarch.domain.roster.Notation.OWNER;
import static im.monarch.domain.roster.Notation.after;
import static im.monarch.domain.roster.Notation.apply;
import static im.monarch.domain.roster.Notation.contactsAfter;
import static im.monarch.domain.roster.Notation.handle;
import static im.monarch.domain.roster.Notation.roster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                        | edit                 | outcome
          -                               | ADD FL bob Bobby     | bob:Bobby FL 0
          -                               | ADD FL bob Bobby 0   | bob:Bobby FL 0
          -                               | ADD FL bob Bobby 3   | bob:Bobby FL 3
          -                               | ADD FL bob Bobby 2   | NO_SUCH_GROUP
          -                               | ADD FL nobody Nick   | NO_SUCH_ACCOUNT
          -                               | ADD FL nobody Nick 2 | NO_SUCH_ACCOUNT
          bob:Bob RL                      | ADD FL bob Bobby     | bob:Bobby FL RL 0
          bob:Nick AL                     | ADD FL bob Bobby     | bob:Bobby FL AL 0
          bob:Nick BL RL                  | ADD FL bob Bobby 1   | bob:Bobby FL BL RL 1
          bob:Nick FL 0                   | ADD FL bob Bobby     | ALREADY_THERE
          bob:Nick FL 0                   | ADD FL bob Bobby 0   | ALREADY_THERE
          bob:Nick FL 1                   | ADD FL bob Bobby     | ALREADY_THERE
          bob:Nick FL 1                   | ADD FL bob Bobby 1   | ALREADY_THERE
          bob:Nick FL 1                   | ADD FL bob Bobby 2   | NO_SUCH_GROUP
          bob:Nick FL 1                   | ADD FL bob Bobby 3   | bob:Nick FL 1,3
          bob:Nick FL AL RL 1             | ADD FL bob Bobby 0   | bob:Nick FL AL RL 0,1
          b:B FL 0; c:C FL 0; d:D FL 0    | ADD FL bob Bobby     | LIST_FULL
          b:B FL 0; c:C FL 0; d:D FL 0    | ADD FL bob Bobby 2   | NO_SUCH_GROUP
          b:B FL 0; c:C FL 0; d:D FL 0    | ADD FL nobody Nick   | NO_SUCH_ACCOUNT
          b:B FL 0; c:C FL 0; d:D FL 0    | ADD FL d Dee         | ALREADY_THERE
          b:B FL 0; c:C FL 0; d:D FL 0    | ADD FL d Dee 1       | b:B FL 0; c:C FL 0; d:D FL 0,1
          b:B FL 0; c:C FL 0; d:D AL RL   | ADD FL d Dee         | b:B FL 0; c:C FL 0; d:Dee FL AL RL 0
          """)
  void addingToTheForwardList(String before, String edit, String outcome) {
    assertThat(contactsAfter(apply(roster(before), edit))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                        | edit                 | outcome
          -                               | JOIN bob 1           | NOT_ON_LIST
          bob:Nick AL RL                  | JOIN bob 1           | NOT_ON_LIST
          bob:Nick FL 0                   | JOIN bob 2           | NO_SUCH_GROUP
          bob:Nick FL 1                   | JOIN bob 1           | ALREADY_THERE
          bob:Nick FL 0,1                 | JOIN bob 1           | ALREADY_THERE
          bob:Nick FL 0                   | JOIN bob 1           | bob:Nick FL 1
          bob:Nick FL AL RL 0             | JOIN bob 3           | bob:Nick FL AL RL 3
          bob:Nick FL 1                   | JOIN bob 3           | bob:Nick FL 1,3
          bob:Nick FL 0,1                 | JOIN bob 3           | bob:Nick FL 1,3
          """)
  void joiningAGroupLeavesGroupZero(String before, String edit, String outcome) {
    assertThat(contactsAfter(apply(roster(before), edit))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                        | edit                 | outcome
          -                               | JUDGE AL nobody      | NO_SUCH_ACCOUNT
          -                               | JUDGE AL bob         | bob:Bob AL
          bob:Bob RL                      | JUDGE BL bob         | bob:Bob BL RL
          bob:Nick FL 1                   | JUDGE AL bob         | bob:Nick FL AL 1
          bob:Nick AL                     | JUDGE AL bob         | ALREADY_THERE
          bob:Nick AL                     | JUDGE BL bob         | ON_OPPOSITE_LIST
          """)
  void whoeverIsJudgedKeepsTheirName(String before, String edit, String outcome) {
    assertThat(contactsAfter(apply(roster(before), edit))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                        | edit                 | outcome
          -                               | ADD AL bob Bobby     | bob:Bobby AL
          -                               | ADD BL bob Bobby     | bob:Bobby BL
          -                               | ADD AL nobody Nick   | NO_SUCH_ACCOUNT
          -                               | ADD BL nobody Nick   | NO_SUCH_ACCOUNT
          -                               | ADD AL bob Bobby 9   | bob:Bobby AL
          bob:Bob RL                      | ADD AL bob Bobby     | bob:Bobby AL RL
          bob:Nick FL 1,3                 | ADD AL bob Bobby     | bob:Nick FL AL 1,3
          bob:Nick FL RL 0                | ADD BL bob Bobby     | bob:Nick FL BL RL 0
          bob:Nick AL                     | ADD AL bob Bobby     | ALREADY_THERE
          bob:Nick BL                     | ADD BL bob Bobby     | ALREADY_THERE
          bob:Nick BL                     | ADD AL bob Bobby     | ON_OPPOSITE_LIST
          bob:Nick FL AL 0                | ADD BL bob Bobby     | ON_OPPOSITE_LIST
          b:B FL 0; c:C FL 0; d:D FL 0    | ADD AL a Nick        | a:Nick AL; b:B FL 0; c:C FL 0; d:D FL 0
          """)
  void addingToTheAllowAndBlockLists(String before, String edit, String outcome) {
    assertThat(contactsAfter(apply(roster(before), edit))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                        | edit                 | outcome
          -                               | REM FL bob           | NOT_ON_LIST
          -                               | REM AL bob           | NOT_ON_LIST
          -                               | REM FL nobody        | NOT_ON_LIST
          -                               | REM FL bob 2         | NOT_ON_LIST
          bob:Bob RL                      | REM FL bob           | NOT_ON_LIST
          bob:Nick AL                     | REM FL bob           | NOT_ON_LIST
          bob:Nick FL 0                   | REM AL bob           | NOT_ON_LIST
          bob:Nick AL                     | REM BL bob           | NOT_ON_LIST
          bob:Nick FL 0                   | REM FL bob           | -
          bob:Nick FL 0,1,3               | REM FL bob           | -
          bob:Nick FL RL 0                | REM FL bob           | bob:Bob RL
          bob:Nick FL AL 1                | REM FL bob           | bob:Nick AL
          bob:Nick AL                     | REM AL bob           | -
          bob:Nick AL RL                  | REM AL bob           | bob:Bob RL
          bob:Nick BL                     | REM BL bob           | -
          bob:Nick FL AL 1,3              | REM AL bob           | bob:Nick FL 1,3
          bob:Nick FL BL RL 0             | REM BL bob           | bob:Nick FL RL 0
          bob:Nick AL                     | REM AL bob 9         | -
          b:B FL 0; bob:Nick FL 1; c:C AL | REM FL bob           | b:B FL 0; c:C AL
          """)
  void removingFromALists(String before, String edit, String outcome) {
    assertThat(contactsAfter(apply(roster(before), edit))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                        | edit                 | outcome
          bob:Nick FL 1,3                 | REM FL bob 3         | bob:Nick FL 1
          bob:Nick FL 0,1                 | REM FL bob 0         | bob:Nick FL 1
          bob:Nick FL AL RL 0,1           | REM FL bob 1         | bob:Nick FL AL RL 0
          bob:Nick FL 1                   | REM FL bob 1         | bob:Nick FL 0
          bob:Nick FL 0                   | REM FL bob 0         | bob:Nick FL 0
          bob:Nick FL 1                   | REM FL bob 2         | NO_SUCH_GROUP
          bob:Nick FL 1                   | REM FL bob 3         | NOT_IN_GROUP
          bob:Nick FL 1                   | REM FL bob 0         | NOT_IN_GROUP
          bob:Nick AL                     | REM FL bob 1         | NOT_ON_LIST
          """)
  void removingFromAGroup(String before, String edit, String outcome) {
    assertThat(contactsAfter(apply(roster(before), edit))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                        | edit                 | outcome
          bob:Nick FL 0                   | REA bob Bobby        | bob:Bobby FL 0
          bob:Nick AL                     | REA bob Bobby        | bob:Bobby AL
          bob:Nick BL RL                  | REA bob Bobby        | bob:Bobby BL RL
          bob:Nick FL 0                   | REA bob Nick         | bob:Nick FL 0
          bob:Bob RL                      | REA bob Bobby        | NOT_ON_LIST
          -                               | REA bob Bobby        | NOT_ON_LIST
          """)
  void renamingAContact(String before, String edit, String outcome) {
    assertThat(contactsAfter(apply(roster(before), edit))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                        | edit                 | outcome
          -                               | ADD FL owner Me      | owner:Me FL RL 0
          owner:Me FL RL 0                | REM FL owner         | -
          owner:Me FL AL RL 0             | REM FL owner         | owner:Me AL
          """)
  void theOwnersOwnReverseListFollows(String before, String edit, String outcome) {
    assertThat(contactsAfter(apply(roster(before), edit))).isEqualTo(outcome);
  }

  @Test
  void aContactNewToTheForwardListShowsItsTelephoneNumbers() {
    var before = roster("bob:Nick AL RL");

    var after = after(before, "ADD FL bob Bobby");

    assertThat(after.contact(handle("bob")).orElseThrow().properties())
        .isEqualTo(Map.of(PropertyKey.PHM, "1-bob"));
  }

  @Test
  void aContactThatLeavesTheForwardListShowsNoTelephoneNumbers() {
    var before = roster("bob:Nick FL AL 0");

    var after = after(before, "REM FL bob");

    assertThat(after.contact(handle("bob")).orElseThrow().properties()).isEmpty();
  }

  @Test
  void aContactKeepsItsGuidFromListToList() {
    var before = roster("bob:Nick AL");

    var after = after(after(before, "ADD FL bob Bobby"), "REM AL bob");

    assertThat(after.contact(handle("bob")).orElseThrow().guid()).isEqualTo(KEPT);
  }

  @Test
  void aContactThatCameBackHasAnotherGuid() {
    var before = after(roster("bob:Bob RL"), "ADD FL bob Bobby");

    var after = after(after(before, "REM FL bob"), "ADD FL bob Bobby");

    assertThat(after.contact(handle("bob")).orElseThrow().guid())
        .isNotEqualTo(before.contact(handle("bob")).orElseThrow().guid())
        .isNotEqualTo(Contact.NO_GUID);
  }

  @Test
  void nobodyEditsTheReverseList() {
    var bob = handle("bob");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RosterEdit.Remove(ContactList.RL, bob, Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RosterEdit.Add(ContactList.RL, bob, new FriendlyName("Bob"), Optional.empty()));
  }

  @Test
  void anEditLeavesTheStateBeforeItAlone() {
    var before = roster("bob:Nick FL 0");

    after(before, "REM FL bob");

    assertThat(before).isEqualTo(roster("bob:Nick FL 0"));
    assertThat(before.owner()).isEqualTo(OWNER);
  }
}
