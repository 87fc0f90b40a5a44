package im.monarch.conformance.chaos.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresenceRulesTest {

  private static final String TWO =
      """
      0.0 given bob FL alice
      0.1 #1 dials alice n1
      0.2 #1 welcome
      0.3 #2 dials bob n2
      0.4 #2 welcome
      1.0 #1 said CHG 5 NLN 101
      1.1 #1 heard CHG 5 NLN 101
      """;
  private static final String BLOCKED =
      TWO
          + """
          2.0 #1 said ADD 6 BL bob bob
          2.1 #1 heard ADD 6 BL 9 bob bob
          3.0 #1 said CHG 7 BSY 102
          3.1 #1 heard CHG 7 BSY 102
          """;
  private static final String COMPARE = "9.0 mark " + Views.COMPARE + "\n";

  @Test
  void whatIsSeenIsWhatWasChosen() {
    var seen = TWO + "1.2 #2 heard NLN NLN alice Alice 101\n" + COMPARE;

    assertThat(new Views().check(Tale.of(seen))).isEmpty();
    assertThat(Views.now(Tale.of(seen)).pairs()).isEqualTo(1);
  }

  @Test
  void somebodyWhoIsThereAndNotSeenIsAViolation() {
    assertThat(new Views().check(Tale.of(TWO + COMPARE))).hasSize(1);
  }

  @Test
  void anOlderAppearanceIsAViolation() {
    var history =
        TWO
            + """
            1.2 #2 heard NLN NLN alice Alice 101
            2.0 #1 said CHG 6 BSY 102
            2.1 #1 heard CHG 6 BSY 102
            """;

    assertThat(new Views().check(Tale.of(history + COMPARE))).hasSize(1);
    assertThat(
            new Views()
                .check(Tale.of(history + "2.2 #2 heard NLN BSY alice Alice 102\n" + COMPARE)))
        .isEmpty();
  }

  @Test
  void somebodyWhoIsGoneAndStillSeenIsAViolation() {
    var history = TWO + "1.2 #2 heard NLN NLN alice Alice 101\n2.0 #1 cut\n";

    assertThat(new Views().check(Tale.of(history + COMPARE))).hasSize(1);
    assertThat(new Views().check(Tale.of(history + "2.5 #2 heard FLN alice\n" + COMPARE)))
        .isEmpty();
  }

  @Test
  void whoeverIsTakenOffFlByAnEditWhoseEndWasHeardLateIsSeenAnew() {
    var history =
        TWO
            + """
            1.2 #2 heard NLN NLN alice Alice 101
            2.0 #2 said REM 6 FL alice
            2.1 #2 heard 603 6
            2.2 #2 heard REM 0 FL 9 alice
            2.3 #1 said CHG 6 HDN 0
            2.4 #1 heard CHG 6 HDN 0
            2.5 #2 said ADD 7 FL alice alice 0
            2.6 #2 heard ADD 7 FL 10 alice alice 0
            """;

    assertThat(new Views().check(Tale.of(history + COMPARE))).isEmpty();
  }

  @Test
  void somebodyWhoHidesIsNotSeen() {
    var history =
        TWO
            + """
            1.2 #2 heard NLN NLN alice Alice 101
            2.0 #1 said CHG 6 HDN 102
            2.1 #1 heard CHG 6 HDN 102
            """;

    assertThat(new Views().check(Tale.of(history + COMPARE))).hasSize(1);
    assertThat(new Views().check(Tale.of(history + "2.5 #2 heard FLN alice\n" + COMPARE)))
        .isEmpty();
  }

  @Test
  void whoIsTakenOffAndPutBackIsSeenAnew() {
    var history =
        TWO
            + """
            1.2 #2 heard NLN NLN alice Alice 101
            2.0 #2 said REM 5 FL alice
            2.1 #2 heard REM 5 FL 3 alice
            2.2 #2 said ADD 6 FL alice alice 0
            2.3 #2 heard ADD 6 FL 4 alice alice 0
            """;

    assertThat(new Views().check(Tale.of(history + COMPARE))).hasSize(1);
    assertThat(
            new Views()
                .check(Tale.of(history + "2.4 #2 heard ILN 6 NLN alice Alice 101\n" + COMPARE)))
        .isEmpty();
  }

  @Test
  void somebodyWhoIsBlockedAndStillSeesIsAViolation() {
    var history = BLOCKED + "1.2 #2 heard NLN NLN alice Alice 101\n";

    assertThat(new Views().check(Tale.of(history + COMPARE))).hasSize(1);
  }

  @Test
  void anAppearanceSinceTheBlockIsALeak() {
    assertThat(new Blocks().check(Tale.of(BLOCKED + "3.2 #2 heard NLN BSY alice Alice 102\n")))
        .hasSize(1);
    assertThat(new Blocks().check(Tale.of(BLOCKED + "3.2 #2 heard ILN 5 BSY alice Alice 102\n")))
        .hasSize(1);
  }

  @Test
  void anAppearanceFromBeforeTheBlockMayArriveLate() {
    assertThat(new Blocks().check(Tale.of(BLOCKED + "3.2 #2 heard NLN NLN alice Alice 101\n")))
        .isEmpty();
  }

  @Test
  void unblockingShowsTheAppearanceAgain() {
    var history = BLOCKED + "4.0 #1 said REM 8 BL bob\n4.2 #2 heard NLN BSY alice Alice 102\n";

    assertThat(new Blocks().check(Tale.of(history))).isEmpty();
  }

  @Test
  void ringingABlockerIsALeak() {
    var history = BLOCKED + "5.0 #3 calls bob s1\n5.1 #3 said CAL 2 alice\n";

    assertThat(new Blocks().check(Tale.of(history + "5.2 #3 heard CAL 2 RINGING 7\n"))).hasSize(1);
    assertThat(new Blocks().check(Tale.of(history + "5.2 #3 heard 217 2\n"))).isEmpty();
  }
}
