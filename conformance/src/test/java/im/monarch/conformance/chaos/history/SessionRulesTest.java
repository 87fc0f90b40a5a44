package im.monarch.conformance.chaos.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SessionRulesTest {

  private static final String TAKEN_OVER =
      """
      0.0 #1 dials alice n1
      0.1 #1 welcome
      10.0 #2 dials alice n2
      10.1 #2 welcome
      """;

  /** Somebody else at the process of the first, who shows that it goes on. */
  private static final String WITH_WITNESS = TAKEN_OVER + "0.2 #9 dials bob n1\n0.3 #9 welcome\n";

  @Test
  void twoSessionsThatLiveFiveSecondsAfterATakeoverAreTooMany() {
    var history =
        Tale.of(
            TAKEN_OVER
                + """
                15.5 #1 said PNG
                15.6 #1 heard QNG 60
                """);

    assertThat(new OneLiveSession(List.of()).check(history))
        .singleElement()
        .extracting(Violation::what)
        .asString()
        .contains("alice #1 at n1", "QNG 60");
  }

  @Test
  void theFormerMayAnswerForFiveSeconds() {
    var history =
        Tale.of(
            TAKEN_OVER
                + """
                14.5 #1 said PNG
                14.6 #1 heard QNG 60
                16.5 #1 said PNG
                """);

    assertThat(new OneLiveSession(List.of()).check(history)).isEmpty();
  }

  @Test
  void aRefusalIsNoSignOfLife() {
    var history =
        Tale.of(
            TAKEN_OVER
                + """
                16.0 #1 said CHG 7 NLN 3
                16.1 #1 heard 603 7
                """);

    assertThat(new OneLiveSession(List.of()).check(history)).isEmpty();
  }

  @Test
  void theFiveSecondsCountFromTheEndOfAFault() {
    var excuses = List.of(new Window(seconds(9), seconds(30)));
    var during = TAKEN_OVER + "33.0 #1 said PNG\n33.1 #1 heard QNG 60\n";
    var after = during + "36.0 #1 said PNG\n36.1 #1 heard QNG 60\n";

    assertThat(new OneLiveSession(excuses).check(Tale.of(during))).isEmpty();
    assertThat(new OneLiveSession(excuses).check(Tale.of(after))).hasSize(1);
  }

  @Test
  void anEditOfTheLoserIsNeverAcknowledged() {
    var history =
        Tale.of(
            TAKEN_OVER
                + """
                10.2 #1 said ADD 7 FL bob bob 0
                10.3 #1 heard ADD 7 FL 12 bob bob 0
                """);

    assertThat(new FencedEdits(false).check(history)).hasSize(1);
  }

  @Test
  void anythingElseOfTheLoserIsNotAcknowledgedASecondLater() {
    var history =
        Tale.of(
            TAKEN_OVER
                + """
                11.0 #1 said PNG
                11.05 #1 heard QNG 60
                11.2 #1 said PNG
                11.3 #1 heard QNG 60
                """);

    assertThat(new FencedEdits(true).check(history)).hasSize(1);
    assertThat(new FencedEdits(false).check(history)).isEmpty();
  }

  @Test
  void ofTwoWhoComeAtOnceNobodyKnowsTheFirst() {
    var history =
        Tale.of(
            """
            0.0 #1 dials alice n1
            0.1 #2 dials alice n2
            0.2 #1 said USR 1 TWN S ticket
            0.3 #2 said USR 1 TWN S ticket
            0.4 #1 heard USR 1 OK alice Alice 1 0
            0.5 #2 heard USR 1 OK alice Alice 1 0
            9.0 #1 said PNG
            9.1 #1 heard QNG 60
            """);

    assertThat(new OneLiveSession(List.of()).check(history)).isEmpty();
  }

  @Test
  void oneSessionIsLeft() {
    var history = TAKEN_OVER + "20.0 mark who is there?\n20.1 #1 said PNG\n20.2 #2 said PNG\n";

    assertThat(new Survivors(List.of()).check(Tale.of(history + "21.0 #2 heard QNG 60\n")))
        .isEmpty();
  }

  @Test
  void nobodyLeftIsOneTooFew() {
    var history = TAKEN_OVER + "20.0 mark who is there?\n20.1 #1 said PNG\n20.2 #2 said PNG\n";

    assertThat(new Survivors(List.of()).check(Tale.of(history))).hasSize(1);
  }

  @Test
  void twoLeftAreOneTooMany() {
    var history = TAKEN_OVER + "20.0 mark who is there?\n20.1 #1 said PNG\n20.2 #2 said PNG\n";

    assertThat(
            new Survivors(List.of())
                .check(Tale.of(history + "21.0 #2 heard QNG 60\n21.1 #1 heard QNG 60\n")))
        .extracting(Violation::what)
        .anyMatch(what -> what.contains("alice is left as"));
  }

  @Test
  void aLoserIsToldOnce() {
    var once = TAKEN_OVER + "10.5 #1 heard OUT OTH\n";
    var twice = once + "10.6 #1 heard OUT OTH\n";

    assertThat(new Survivors(List.of()).check(Tale.of(once))).isEmpty();
    assertThat(new Survivors(List.of()).check(Tale.of(twice))).hasSize(1);
  }

  @Test
  void aLoserWhoWasThereIsTold() {
    var hungUpOn = WITH_WITNESS + "10.5 #1 cut\n20.0 #9 said PNG\n20.1 #9 heard QNG 60\n";
    var leftAlone = WITH_WITNESS + "20.0 #9 said PNG\n20.1 #9 heard QNG 60\n";
    var told = WITH_WITNESS + "10.05 #1 heard OUT OTH\n10.06 #1 cut\n20.1 #9 heard QNG 60\n";

    assertThat(new Survivors(List.of()).check(Tale.of(hungUpOn)))
        .singleElement()
        .extracting(Violation::what)
        .asString()
        .contains("alice #1 at n1", "is not told");
    assertThat(new Survivors(List.of()).check(Tale.of(leftAlone))).hasSize(1);
    assertThat(new Survivors(List.of()).check(Tale.of(told))).isEmpty();
  }

  @Test
  void whoGoesByThemselvesNeedNotBeTold() {
    var before = WITH_WITNESS + "9.0 #1 left\n20.1 #9 heard QNG 60\n";
    var meanwhile = WITH_WITNESS + "11.0 #1 said OUT\n11.1 #1 cut\n20.1 #9 heard QNG 60\n";
    var muchLater = WITH_WITNESS + "17.0 #1 left\n20.1 #9 heard QNG 60\n";

    assertThat(new Survivors(List.of()).check(Tale.of(before))).isEmpty();
    assertThat(new Survivors(List.of()).check(Tale.of(meanwhile))).isEmpty();
    assertThat(new Survivors(List.of()).check(Tale.of(muchLater))).hasSize(1);
  }

  @Test
  void aProcessThatEndedTellsNobody() {
    var ended = WITH_WITNESS + "10.5 #1 cut\n10.6 #9 heard QNG 60\n10.7 #9 cut\n";

    assertThat(new Survivors(List.of()).check(Tale.of(ended))).isEmpty();
  }

  @Test
  void aProcessThatCannotKnowOfItTellsNobodyUntilAGraceAfterTheFault() {
    var told = WITH_WITNESS + "20.0 #9 said PNG\n20.1 #9 heard QNG 60\n";
    var fault = List.of(new Window(seconds(8), seconds(12)));
    var gone = List.of(new Window(seconds(1), seconds(4)));

    assertThat(new Survivors(fault).check(Tale.of(told))).isEmpty();
    assertThat(new Survivors(gone).check(Tale.of(told))).hasSize(1);
  }

  @Test
  void withoutAFaultNobodyIsHungUpOnWithoutAWord() {
    var silently = TAKEN_OVER + "10.05 #1 cut\n";
    var twice = TAKEN_OVER + "10.03 #1 heard OUT OTH\n10.04 #1 heard OUT OTH\n10.05 #1 cut\n";
    var once = TAKEN_OVER + "10.04 #1 heard OUT OTH\n10.05 #1 cut\n";
    var byThemselves = TAKEN_OVER + "10.04 #1 said OUT\n10.05 #1 cut\n10.06 #2 left\n";

    assertThat(new PeacefulEnds().check(Tale.of(silently))).hasSize(1);
    assertThat(new PeacefulEnds().check(Tale.of(twice))).hasSize(1);
    assertThat(new PeacefulEnds().check(Tale.of(once))).isEmpty();
    assertThat(new PeacefulEnds().check(Tale.of(byThemselves))).isEmpty();
  }

  @Test
  void theSurvivorIsNotToldThatItIsSignedInElsewhere() {
    var history =
        TAKEN_OVER
            + """
            11.0 #2 heard OUT OTH
            20.0 mark who is there?
            20.1 #2 said PNG
            20.2 #2 heard QNG 60
            """;

    assertThat(new Survivors(List.of()).check(Tale.of(history))).hasSize(1);
  }

  private static long seconds(double seconds) {
    return (long) (seconds * 1e9);
  }
}
