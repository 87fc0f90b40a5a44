package im.monarch.switchboard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.switchboard.stage.Exchange;
import im.monarch.switchboard.stage.People;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoiningTest extends SbConversationSetting {

  @Test
  void aKeyBeginsASession() {
    var alice = new Visitor(exchange.services());

    alice.says("USR 1 alice@example.com " + exchange.keyFor("alice").text());

    assertThat(alice.hears()).containsExactly("USR 1 OK alice@example.com Alice");
    assertThat(exchange.hall().sessions()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "USR 1 alice@example.com wrong, 911 1",
    "USR 2 bob@example.com KEY, 911 2",
    "USR 3 alice KEY, 911 3",
    "ANS 4 alice@example.com KEY 1, 911 4",
    "ANS 5 alice@example.com KEY x, 911 5"
  })
  void aWrongKeyIsRefusedAndTheClientHungUpOn(String words, String reply) {
    var alice = new Visitor(exchange.services());

    alice.says(words.replace("KEY", exchange.keyFor("alice").text()));

    assertThat(alice.hears()).containsExactly(reply);
    assertThat(alice.isHungUpOn()).isTrue();
  }

  @Test
  void aUsedKeyIsRefused() {
    var key = exchange.keyFor("alice").text();
    new Visitor(exchange.services()).says("USR 1 alice@example.com " + key);
    var again = new Visitor(exchange.services());

    again.says("USR 1 alice@example.com " + key);

    assertThat(again.hears()).containsExactly("911 1");
    assertThat(again.isHungUpOn()).isTrue();
  }

  @Test
  void aLateKeyIsRefused() {
    var key = exchange.keyFor("alice").text();
    var alice = new Visitor(exchange.services());
    clock.passes(Exchange.KEY_LIFETIME);

    alice.says("USR 1 alice@example.com " + key);

    assertThat(alice.hears()).containsExactly("911 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CAL 1 bob@example.com", "MSG 1 U 0", "OUT", "VER 1 MSNP9", "USR 1", "ANS 1"})
  void whateverElseComesFirstHangsUp(String words) {
    var alice = new Visitor(exchange.services());

    alice.says(words);

    assertThat(alice.hears()).isEmpty();
    assertThat(alice.isHungUpOn()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USR 2 alice@example.com k",
        "ANS 2 alice@example.com k 1",
        "BYE alice@example.com",
        "PNG",
        "CAL 2",
        "MSG 2 a 0",
        "MSG 2 S 0"
      })
  void whatHasNoPlaceInASessionHangsUp(String words) {
    var alice = alone("alice");

    alice.says(words);

    assertThat(alice.hears()).isEmpty();
    assertThat(alice.isHungUpOn()).isTrue();
    assertThat(exchange.hall().sessions()).isZero();
  }

  // Inviting

  @Test
  void thoseWhoAreThereAreNamedToWhoeverComesAndHearOfThem() {
    var alice = alone("alice");
    var bob = invited(alice, "bob");
    var carol = invited(alice, "carol");

    assertThat(carol.hears())
        .containsExactly(
            "IRO 1 1 2 alice@example.com Alice", "IRO 1 2 2 bob@example.com Bob", "ANS 1 OK");
    assertThat(alice.hears())
        .containsExactly("JOI bob@example.com Bob", "JOI carol@example.com Carol");
    assertThat(bob.hears())
        .containsExactly(
            "IRO 1 1 1 alice@example.com Alice", "ANS 1 OK", "JOI carol@example.com Carol");
  }

  @Test
  void theInvitationSaysWhereAndByWhom() {
    exchange.bell().reaches("bob");
    var alice = alone("alice");

    alice.says("CAL 2 bob@example.com");

    var invitation = exchange.bell().rung().getFirst();
    assertThat(alice.hears()).containsExactly("CAL 2 RINGING " + invitation.session());
    assertThat(invitation.address()).isEqualTo(Exchange.ADDRESS);
    assertThat(invitation.caller()).isEqualTo(People.handle("alice"));
    assertThat(invitation.callerName().escaped()).isEqualTo("Alice");
    assertThat(invitation.callee()).isEqualTo(People.handle("bob"));
  }

  @Test
  void whoeverIsNotReachableIsNotOnline() {
    var alice = alone("alice");

    alice.says("CAL 2 bob@example.com");

    assertThat(alice.hears()).containsExactly("217 2");
  }

  @Test
  void aNodeThatDoesNotAnswerIsNobodyToReach() {
    exchange.bell().answersWith(ring -> Future.failedFuture("no answer"));
    var alice = alone("alice");

    alice.says("CAL 2 bob@example.com");

    assertThat(alice.hears()).containsExactly("217 2");
  }

  @Test
  void somebodyWhoWasNotReachableMayBeInvitedAgain() {
    var alice = alone("alice");
    alice.says("CAL 2 bob@example.com").hears();
    exchange.bell().reaches("bob");

    alice.says("CAL 3 bob@example.com");

    assertThat(alice.hears()).singleElement().asString().startsWith("CAL 3 RINGING");
  }

  @Test
  void theKeyOfAnInvitationThatFailedIsNotGood() {
    var alice = alone("alice");
    alice.says("CAL 2 bob@example.com");
    var bob = new Visitor(exchange.services());

    bob.says(answer(exchange.bell().rung().getFirst()));

    assertThat(bob.hears()).containsExactly("911 1");
  }

  @Test
  void aHandleThatIsNoneIsRefused() {
    var alice = alone("alice");

    alice.says("CAL 2 bob");

    assertThat(alice.hears()).containsExactly("208 2");
    assertThat(alice.isHungUpOn()).isFalse();
  }

  @Test
  void nobodyInvitesThemselvesOrWhoeverIsThereOrOnTheWay() {
    exchange.bell().reaches("carol");
    var alice = alone("alice");
    invited(alice, "bob");
    alice.hears();

    alice.says("CAL 4 Alice@Example.com");
    alice.says("CAL 5 bob@example.com");
    alice.says("CAL 6 carol@example.com");
    alice.says("CAL 7 carol@example.com");

    assertThat(alice.hears())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("215 4"),
            line -> assertThat(line).isEqualTo("215 5"),
            line -> assertThat(line).startsWith("CAL 6 RINGING"),
            line -> assertThat(line).isEqualTo("215 7"));
  }

  @Test
  void whoeverDidNotComeInTimeMayBeInvitedAgain() {
    exchange.bell().reaches("bob");
    var alice = alone("alice");
    alice.says("CAL 2 bob@example.com").hears();
    clock.passes(Exchange.KEY_LIFETIME);

    alice.says("CAL 3 bob@example.com");

    assertThat(alice.hears()).singleElement().asString().startsWith("CAL 3 RINGING");
  }

  @Test
  void aFullSessionTakesNobody() {
    exchange.bell().reaches("carol", "dave");
    var alice = alone("alice");
    invited(alice, "bob");
    alice.says("CAL 2 carol@example.com").hears();

    alice.says("CAL 3 dave@example.com");

    assertThat(alice.hears()).containsExactly("713 3");
  }

  @Test
  void tooManyCallsInVainAreTooMany() {
    var alice = alone("alice");
    for (int i = 0; i < 5; i++) {
      alice.says("CAL 2 nobody@example.com");
    }
    exchange.bell().reaches("bob");
    alice.hears();

    alice.says("CAL 3 bob@example.com");

    assertThat(alice.hears()).containsExactly("713 3");
  }

  @Test
  void aCallThatRingsForgivesThoseInVain() {
    exchange.bell().reaches("bob");
    var alice = alone("alice");
    for (int i = 0; i < 4; i++) {
      alice.says("CAL 2 nobody@example.com");
    }
    alice.says("CAL 2 bob@example.com").hears();
    for (int i = 0; i < 5; i++) {
      alice.says("CAL 3 nobody@example.com");
    }

    assertThat(alice.hears()).containsOnly("217 3");
  }

  @Test
  void whoeverComesBeforeTheCallerKnowsWaitsForIt() {
    var ringing = Promise.<RingAnswer>promise();
    exchange.bell().answersWith(ring -> ringing.future());
    var alice = alone("alice");
    alice.says("CAL 2 bob@example.com");
    var bob = new Visitor(exchange.services());
    bob.says(answer(exchange.bell().rung().getFirst()));
    assertThat(bob.hears()).isEmpty();

    ringing.complete(exchange.bell().ring(exchange.bell().rung().getFirst()));

    assertThat(bob.hears()).containsExactly("IRO 1 1 1 alice@example.com Alice", "ANS 1 OK");
    assertThat(alice.hears())
        .containsExactlyInAnyOrder(
            "CAL 2 RINGING " + exchange.bell().rung().getFirst().session(),
            "JOI bob@example.com Bob");
  }

  @Test
  void whoeverComesForAnInvitationThatFailsIsNotLetIn() {
    var ringing = Promise.<RingAnswer>promise();
    exchange.bell().answersWith(ring -> ringing.future());
    var alice = alone("alice");
    alice.says("CAL 2 bob@example.com");
    var bob = new Visitor(exchange.services());
    bob.says(answer(exchange.bell().rung().getFirst()));

    ringing.fail("no answer");

    assertThat(alice.hears()).containsExactly("217 2");
    assertThat(bob.hears()).containsExactly("911 1");
    assertThat(bob.isHungUpOn()).isTrue();
  }

  @Test
  void anInvitationOutlivesWhoeverMadeIt() {
    exchange.bell().reaches("bob");
    var alice = alone("alice");
    alice.says("CAL 2 bob@example.com").says("OUT");
    var bob = new Visitor(exchange.services());

    bob.says(answer(exchange.bell().rung().getFirst()));

    assertThat(bob.hears()).containsExactly("ANS 1 OK");
  }

  @Test
  void aSessionThatNobodyFollowsIsForgotten() {
    exchange.bell().reaches("bob");
    var alice = alone("alice");
    alice.says("CAL 2 bob@example.com").says("OUT");
    clock.passes(Exchange.KEY_LIFETIME.plus(Duration.ofSeconds(1)));

    var carol = alone("carol");

    assertThat(exchange.hall().sessions()).isEqualTo(1);
    assertThat(carol.isHungUpOn()).isFalse();
  }
}
