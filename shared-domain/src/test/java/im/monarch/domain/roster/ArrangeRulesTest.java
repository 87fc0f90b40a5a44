package im.monarch.domain.roster;

import static im.monarch.domain.roster.Notation.after;
import static im.monarch.domain.roster.Notation.apply;
import static im.monarch.domain.roster.Notation.contactsAfter;
import static im.monarch.domain.roster.Notation.groups;
import static im.monarch.domain.roster.Notation.roster;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrangeRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                      | edit                               | outcome
          -                             | ARRANGE bob FL -                   | bob:Bob FL 0
          -                             | ARRANGE bob FL - Bobby             | bob:Bobby FL 0
          -                             | ARRANGE bob FL,AL Friends,Work     | bob:Bob FL AL 1,3
          -                             | ARRANGE bob FL New                 | bob:Bob FL 2
          -                             | ARRANGE bob FL New,Work,N%65w      | bob:Bob FL 2,3
          -                             | ARRANGE bob AL Friends             | bob:Bob AL
          -                             | ARRANGE bob AL 12345678901         | bob:Bob AL
          -                             | ARRANGE bob - -                    | -
          -                             | ARRANGE nobody FL -                | NO_SUCH_ACCOUNT
          -                             | ARRANGE nobody AL,BL -             | NO_SUCH_ACCOUNT
          -                             | ARRANGE bob AL,BL -                | ON_OPPOSITE_LIST
          -                             | ARRANGE bob FL,AL,BL 12345678901   | ON_OPPOSITE_LIST
          -                             | ARRANGE bob FL New,Newer           | TOO_MANY_GROUPS
          -                             | ARRANGE bob FL 12345678901         | GROUP_NAME_TOO_LONG
          bob:Nick FL AL RL 1           | ARRANGE bob BL -                   | bob:Bob BL RL
          bob:Nick FL AL RL 1           | ARRANGE bob FL Work Nick           | bob:Nick FL RL 3
          bob:Nick FL AL RL 1           | ARRANGE bob - -                    | bob:Bob RL
          bob:Nick FL AL 1              | ARRANGE bob - -                    | -
          bob:Nick BL                   | ARRANGE bob AL -                   | bob:Bob AL
          b:B FL 0; c:C FL 0; d:D FL 0  | ARRANGE bob FL -                   | LIST_FULL
          b:B FL 0; c:C FL 0; d:D FL 0  | ARRANGE bob FL 12345678901         | LIST_FULL
          b:B FL 0; c:C FL 0; d:D FL 0  | ARRANGE d FL Work                  | b:B FL 0; c:C FL 0; d:D FL 3
          """)
  void arrangingAContact(String before, String edit, String outcome) {
    assertThat(contactsAfter(apply(roster(before), edit))).isEqualTo(outcome);
  }

  @Test
  void groupsThatAreMissingAreMade() {
    var after = after(roster("-"), "ARRANGE bob FL New,Work");

    assertThat(groups(after)).isEqualTo("0 Other%20Contacts; 1 Friends; 2 New; 3 Work");
  }

  @Test
  void groupsNobodyIsInAnyMoreStay() {
    var after = after(roster("bob:Bob FL 1"), "ARRANGE bob FL Work");

    assertThat(groups(after)).isEqualTo("0 Other%20Contacts; 1 Friends; 3 Work");
  }

  @Test
  void aRefusedArrangementMakesNoGroup() {
    var before = roster("-");

    apply(before, "ARRANGE bob FL New,12345678901");

    assertThat(groups(before)).isEqualTo("0 Other%20Contacts; 1 Friends; 3 Work");
  }
}
