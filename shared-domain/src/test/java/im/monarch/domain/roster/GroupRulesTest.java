package im.monarch.domain.roster;

import static im.monarch.domain.roster.Notation.after;
import static im.monarch.domain.roster.Notation.apply;
import static im.monarch.domain.roster.Notation.contactsAfter;
import static im.monarch.domain.roster.Notation.groups;
import static im.monarch.domain.roster.Notation.groupsAfter;
import static im.monarch.domain.roster.Notation.roster;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.roster.RosterRules.Outcome;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts from groups 0 Other%20Contacts, 1 Friends and 3 Work, of four allowed. */
class GroupRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # edit                 | outcome
          ADG Family             | 0 Other%20Contacts; 1 Friends; 2 Family; 3 Work
          ADG friends            | 0 Other%20Contacts; 1 Friends; 2 friends; 3 Work
          ADG Friends            | GROUP_NAME_TAKEN
          ADG Fri%65nds          | GROUP_NAME_TAKEN
          ADG 1234567890         | 0 Other%20Contacts; 1 Friends; 2 1234567890; 3 Work
          ADG 12345678901        | GROUP_NAME_TOO_LONG
          ADG ab%20cd%20e        | GROUP_NAME_TOO_LONG
          RMG 0                  | PERMANENT_GROUP
          RMG 1                  | 0 Other%20Contacts; 3 Work
          RMG 2                  | NO_SUCH_GROUP
          RMG 29                 | NO_SUCH_GROUP
          REG 1 Mates            | 0 Other%20Contacts; 1 Mates; 3 Work
          REG 0 Rest             | 0 Rest; 1 Friends; 3 Work
          REG 1 Friends          | 0 Other%20Contacts; 1 Friends; 3 Work
          REG 1 Fri%65nds        | 0 Other%20Contacts; 1 Fri%65nds; 3 Work
          REG 1 Work             | GROUP_NAME_TAKEN
          REG 2 Mates            | NO_SUCH_GROUP
          REG 2 Work             | NO_SUCH_GROUP
          REG 1 12345678901      | 0 Other%20Contacts; 1 12345678901; 3 Work
          """)
  void changingGroups(String edit, String outcome) {
    assertThat(groupsAfter(apply(roster("-"), edit))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                        | edit   | outcome
          bob:Nick FL 1                   | RMG 1  | -
          bob:Nick FL RL 1                | RMG 1  | bob:Bob RL
          bob:Nick FL AL 1                | RMG 1  | bob:Nick AL
          bob:Nick FL 1,3                 | RMG 1  | bob:Nick FL 3
          bob:Nick FL AL RL 0,1           | RMG 1  | bob:Nick FL AL RL 0
          bob:Nick FL 3                   | RMG 1  | bob:Nick FL 3
          b:B FL 1; c:C FL 1,3; d:D FL 3  | RMG 1  | c:C FL 3; d:D FL 3
          """)
  void removingAGroupTakesThoseWhoAreOnlyThereOffTheForwardList(
      String before, String edit, String outcome) {
    assertThat(contactsAfter(apply(roster(before), edit))).isEqualTo(outcome);
  }

  @Test
  void theFifthOfFourGroupsIsRefusedBeforeItsNameIsLookedAt() {
    var full = after(roster("-"), "ADG Family");

    assertThat(groupsAfter(apply(full, "ADG More"))).isEqualTo("TOO_MANY_GROUPS");
    assertThat(groupsAfter(apply(full, "ADG Family"))).isEqualTo("TOO_MANY_GROUPS");
    assertThat(groupsAfter(apply(full, "ADG 12345678901"))).isEqualTo("TOO_MANY_GROUPS");
  }

  @Test
  void aNumberThatBecameFreeIsTheNextToBeGiven() {
    var full = after(roster("-"), "ADG Family");

    var again = after(after(full, "RMG 1"), "ADG New");

    assertThat(groups(again)).isEqualTo("0 Other%20Contacts; 1 New; 2 Family; 3 Work");
  }

  @Test
  void aNewGroupWithAnOldNumberHasAnotherGuid() {
    var before = after(roster("-"), "ADG Family");

    var after = after(after(before, "RMG 2"), "ADG Family");

    assertThat(guid(after, 2)).isNotEqualTo(guid(before, 2));
  }

  @Test
  void aRenamedGroupKeepsItsGuid() {
    var before = roster("-");

    var after = after(before, "REG 1 Mates");

    assertThat(guid(after, 1)).isEqualTo(guid(before, 1));
  }

  @Test
  void thirtyGroupsAreOfferedAndNoMore() {
    var book = roster("-");
    for (int i = book.groups().size(); i < GroupId.COUNT; i++) {
      book = add("group" + i, book).after();
    }

    var outcome = apply30("one-too-many", book);

    assertThat(book.groups()).extracting(group -> group.id().number()).contains(0, 2, 29);
    assertThat(groupsAfter(outcome)).isEqualTo("TOO_MANY_GROUPS");
  }

  @ParameterizedTest
  @CsvSource({"61, true", "62, false"})
  void aNewGroupsNameHasItsDocumentedLimit(int length, boolean fits) {
    var outcome = apply30("x".repeat(length), roster("-"));

    assertThat(outcome instanceof Outcome.Changed).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({"127, true", "128, false"})
  void aRenamedGroupsNameHasALimitOfItsOwn(int length, boolean fits) {
    var edit = new RosterEdit.RenameGroup(new GroupId(1), new GroupName("x".repeat(length)));

    var outcome = RosterRules.apply(roster("-"), edit, RosterLimits.DEFAULT, Optional.empty());

    assertThat(outcome instanceof Outcome.Changed).isEqualTo(fits);
  }

  private static Outcome.Changed add(String name, Roster book) {
    return (Outcome.Changed) apply30(name, book);
  }

  private static Outcome apply30(String name, Roster book) {
    return RosterRules.apply(
        book, new RosterEdit.AddGroup(new GroupName(name)), RosterLimits.DEFAULT, Optional.empty());
  }

  private static UUID guid(Roster roster, int number) {
    return roster.groups().stream()
        .filter(group -> group.id().number() == number)
        .findFirst()
        .orElseThrow()
        .guid();
  }
}
