package im.monarch.conformance.chaos.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConversationsTest {

  private static final String TALK =
      """
      0.0 #1 calls alice s1
      0.1 #1 said CAL 2 bob
      0.2 #1 heard CAL 2 RINGING 77
      0.3 #2 calls bob s1
      0.4 #2 said ANS 1 bob key 77
      0.5 #2 heard ANS 1 OK
      0.6 #1 heard JOI bob Bob
      1.0 #1 said MSG 3 A 3|one
      1.1 #1 said MSG 4 A 3|two
      """;

  @Test
  void whatIsHeardOnceAndInOrderIsFine() {
    var history =
        TALK
            + """
            1.2 #2 heard MSG alice Alice 3|one
            1.3 #2 heard MSG alice Alice 3|two
            1.4 #1 heard ACK 3
            1.5 #1 heard ACK 4
            """;

    assertThat(new Conversations().check(Tale.of(history))).isEmpty();
  }

  @Test
  void anAcknowledgedMessageThatNobodyHeardIsLost() {
    var history = TALK + "1.2 #2 heard MSG alice Alice 3|two\n1.4 #1 heard ACK 3\n2.0 #2 cut\n";

    assertThat(new Conversations().check(Tale.of(history))).hasSize(1);
  }

  @Test
  void whoHasSaidGoodByeNeedNotHear() {
    var history = TALK + "1.2 #2 said OUT\n1.4 #1 heard ACK 3\n2.0 #2 cut\n";

    assertThat(new Conversations().check(Tale.of(history))).isEmpty();
  }

  @Test
  void aMessageThatWasNotDeliveredMayBeLost() {
    var history = TALK + "1.4 #1 heard NAK 3\n1.5 #1 heard NAK 4\n";

    assertThat(new Conversations().check(Tale.of(history))).isEmpty();
  }

  @Test
  void nothingIsHeardTwice() {
    var history = TALK + "1.2 #2 heard MSG alice Alice 3|one\n1.3 #2 heard MSG alice Alice 3|one\n";

    assertThat(new Conversations().check(Tale.of(history))).hasSize(1);
  }

  @Test
  void nothingIsHeardBeforeWhatWasSaidEarlier() {
    var history = TALK + "1.2 #2 heard MSG alice Alice 3|two\n1.3 #2 heard MSG alice Alice 3|one\n";

    assertThat(new Conversations().check(Tale.of(history))).hasSize(1);
  }

  @Test
  void silenceIsNoAnswer() {
    var gaveUp = TALK + "1.2 #1 heard ACK 3\n1.3 #2 heard MSG alice Alice 3|one\n20.0 #1 left\n";
    var cut = TALK + "1.2 #1 heard ACK 3\n1.3 #2 heard MSG alice Alice 3|one\n20.0 #1 cut\n";

    assertThat(new Conversations().check(Tale.of(gaveUp))).hasSize(1);
    assertThat(new Conversations().check(Tale.of(cut))).isEmpty();
  }
}
