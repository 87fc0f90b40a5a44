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

    assertThat(new Survivors().check(Tale.of(history + "21.0 #2 heard QNG 60\n"))).isEmpty();
  }

  @Test
  void nobodyLeftIsOneTooFew() {
    var history = TAKEN_OVER + "20.0 mark who is there?\n20.1 #1 said PNG\n20.2 #2 said PNG\n";

    assertThat(new Survivors().check(Tale.of(history))).hasSize(1);
  }

  @Test
  void twoLeftAreOneTooMany() {
    var history = TAKEN_OVER + "20.0 mark who is there?\n20.1 #1 said PNG\n20.2 #2 said PNG\n";

    assertThat(
            new Survivors()
                .check(Tale.of(history + "21.0 #2 heard QNG 60\n21.1 #1 heard QNG 60\n")))
        .hasSize(1);
  }

  @Test
  void aLoserIsToldOnce() {
    var once = TAKEN_OVER + "10.5 #1 heard OUT OTH\n";
    var twice = once + "10.6 #1 heard OUT OTH\n";

    assertThat(new Survivors().check(Tale.of(once))).isEmpty();
    assertThat(new Survivors().check(Tale.of(twice))).hasSize(1);
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

    assertThat(new Survivors().check(Tale.of(history))).hasSize(1);
  }

  private static long seconds(double seconds) {
    return (long) (seconds * 1e9);
  }
}
