package im.monarch.conformance.chaos.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditRulesTest {

  private static final String SIGNED_IN =
      """
      0.0 #1 dials alice n1
      0.1 #1 welcome
      """;
  private static final String ADDED =
      SIGNED_IN
          + """
          1.0 #1 said ADD 5 FL bob bob 0
          1.1 #1 heard ADD 5 FL 12 bob bob 0
          """;
  private static final String BACK =
      """
      5.0 #2 dials alice n2
      5.1 #2 welcome
      5.2 #2 said SYN 2 0
      """;
  private static final String FOUND = "5.3 #2 heard SYN 2 12 1 0\n5.4 #2 heard LST bob Bob 1 0\n";
  private static final String NOT_FOUND = "5.3 #2 heard SYN 2 12 0 0\n";

  @Test
  void anAcknowledgedAdditionIsFound() {
    assertThat(new AcknowledgedEdits().check(Tale.of(ADDED + BACK + FOUND))).isEmpty();
  }

  @Test
  void anAcknowledgedAdditionThatIsNotFoundIsLost() {
    assertThat(new AcknowledgedEdits().check(Tale.of(ADDED + BACK + NOT_FOUND))).hasSize(1);
  }

  @Test
  void anAcknowledgedRemovalThatIsUndoneIsLost() {
    var removed =
        "0.0 given alice FL bob\n"
            + SIGNED_IN
            + "1.0 #1 said REM 5 FL bob\n1.1 #1 heard REM 5 FL 12 bob\n";

    assertThat(new AcknowledgedEdits().check(Tale.of(removed + BACK + FOUND))).hasSize(1);
    assertThat(new AcknowledgedEdits().check(Tale.of(removed + BACK + NOT_FOUND))).isEmpty();
  }

  @Test
  void whatWasNotAnsweredMayBeThereOrNot() {
    var asked = SIGNED_IN + "1.0 #1 said ADD 5 FL bob bob 0\n2.0 #1 cut\n";

    assertThat(new AcknowledgedEdits().check(Tale.of(asked + BACK + FOUND))).isEmpty();
    assertThat(new AcknowledgedEdits().check(Tale.of(asked + BACK + NOT_FOUND))).isEmpty();
  }

  @Test
  void whatWasNotAnsweredDoesNotUndoWhatWasAcknowledgedLater() {
    var undone =
        SIGNED_IN
            + """
            1.0 #1 said REM 5 FL bob
            2.0 #1 cut
            3.0 #3 dials alice n2
            3.1 #3 welcome
            3.2 #3 said ADD 5 FL bob bob 0
            3.3 #3 heard ADD 5 FL 13 bob bob 0
            """;

    assertThat(new AcknowledgedEdits().check(Tale.of(undone + BACK + NOT_FOUND))).hasSize(1);
  }

  @Test
  void whatNobodyAskedForIsNotThere() {
    assertThat(new AcknowledgedEdits().check(Tale.of(SIGNED_IN + BACK + FOUND))).isNotEmpty();
  }

  @Test
  void whatARuleRefusedIsNotThere() {
    var refused = SIGNED_IN + "1.0 #1 said ADD 5 FL bob bob 0\n1.1 #1 heard 210 5\n";

    assertThat(new AcknowledgedEdits().check(Tale.of(refused + BACK + FOUND))).isNotEmpty();
    assertThat(new AcknowledgedEdits().check(Tale.of(refused + BACK + NOT_FOUND))).isEmpty();
  }

  @Test
  void whatTheDatabaseCouldNotSayMayBeThereOrNot() {
    var away = SIGNED_IN + "1.0 #1 said ADD 5 FL bob bob 0\n1.1 #1 heard 603 5\n";

    assertThat(new AcknowledgedEdits().check(Tale.of(away + BACK + FOUND))).isEmpty();
    assertThat(new AcknowledgedEdits().check(Tale.of(away + BACK + NOT_FOUND))).isEmpty();
  }

  @Test
  void whoeverIsAddedFindsItOnTheReverseList() {
    var bob = "2.0 #4 dials bob n1\n2.1 #4 welcome\n2.2 #4 said SYN 2 0\n";
    var without = bob + "2.3 #4 heard SYN 2 1 0 0\n";
    var with = bob + "2.3 #4 heard SYN 2 1 1 0\n2.4 #4 heard LST alice Alice 8\n";

    assertThat(new AcknowledgedEdits().check(Tale.of(ADDED + without))).hasSize(1);
    assertThat(new AcknowledgedEdits().check(Tale.of(ADDED + with))).isEmpty();
  }

  @Test
  void anUnansweredAdditionIsOnBothListsOrOnNone() {
    var asked =
        SIGNED_IN
            + "1.0 #1 said ADD 5 FL bob bob 0\n2.0 #1 cut\n"
            + BACK
            + FOUND
            + "6.0 #4 dials bob n1\n6.1 #4 welcome\n6.2 #4 said SYN 2 0\n";

    assertThat(new InverseLists().check(Tale.of(asked + "6.3 #4 heard SYN 2 1 0 0\n"))).hasSize(1);
    assertThat(
            new InverseLists()
                .check(
                    Tale.of(asked + "6.3 #4 heard SYN 2 1 1 0\n6.4 #4 heard LST alice Alice 8\n")))
        .isEmpty();
  }

  @Test
  void theNextEditHasAHigherVersion() {
    var same = ADDED + "2.0 #1 said REM 6 FL bob\n2.1 #1 heard REM 6 FL 12 bob\n";
    var higher = ADDED + "2.0 #1 said REM 6 FL bob\n2.1 #1 heard REM 6 FL 14 bob\n";

    assertThat(new RisingVersions().check(Tale.of(same))).hasSize(1);
    assertThat(new RisingVersions().check(Tale.of(higher))).isEmpty();
  }

  @Test
  void theListsAreNotOlderThanTheLastEdit() {
    var older = ADDED + BACK + "5.3 #2 heard SYN 2 11 1 0\n5.4 #2 heard LST bob Bob 1 0\n";

    assertThat(new RisingVersions().check(Tale.of(older))).hasSize(1);
    assertThat(new RisingVersions().check(Tale.of(ADDED + BACK + FOUND))).isEmpty();
  }
}
