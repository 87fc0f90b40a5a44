package im.monarch.switchboard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.runtime.connection.Departure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkingTest extends SbConversationSetting {

  @ParameterizedTest
  @CsvSource({"U, ''", "N, ''", "A, ACK 4", "D, ACK 4"})
  void whatIsHeardIsAcknowledgedAsAskedFor(String letter, String reply) {
    var alice = alone("alice");
    var bob = invited(alice, "bob");
    alice.hears();
    bob.hears();

    alice.says("MSG 4 " + letter + " 5\r\nhello");

    assertThat(String.join(",", alice.hears())).isEqualTo(reply);
    assertThat(bob.hears()).containsExactly("MSG alice@example.com Alice 5\r\nhello");
  }

  @ParameterizedTest
  @CsvSource({"U, ''", "N, NAK 4", "A, NAK 4", "D, 282 4"})
  void whatNobodyHearsIsRefusedAsAskedFor(String letter, String reply) {
    var alice = alone("alice");

    alice.says("MSG 4 " + letter + " 5\r\nhello");

    assertThat(String.join(",", alice.hears())).isEqualTo(reply);
    assertThat(alice.isHungUpOn()).isFalse();
  }

  @Test
  void everybodyElseHearsWhatIsSaid() {
    var alice = alone("alice");
    var bob = invited(alice, "bob");
    var carol = invited(alice, "carol");
    alice.hears();
    bob.hears();
    carol.hears();

    bob.says("MSG 0 N 2\r\nhi");

    assertThat(alice.hears()).containsExactly("MSG bob@example.com Bob 2\r\nhi");
    assertThat(bob.hears()).isEmpty();
    assertThat(carol.hears()).containsExactly("MSG bob@example.com Bob 2\r\nhi");
  }

  @Test
  void whatIsSaidIsNotUnderstood() {
    var alice = alone("alice");
    var bob = invited(alice, "bob");
    bob.hears();

    alice.says("MSG 4 N 15\r\nMSG 1 A 1\r\n\r\nOUT".substring(0, 12 + 15));

    assertThat(bob.hears())
        .containsExactly("MSG alice@example.com Alice 15\r\nMSG 1 A 1\r\n\r\nOU");
  }

  // Leaving

  @Test
  void whoeverLeavesIsGone() {
    var alice = alone("alice");
    var bob = invited(alice, "bob");
    alice.hears();
    bob.hears();

    bob.says("OUT");
    alice.says("MSG 4 A 5\r\nhello");

    assertThat(alice.hears()).containsExactly("BYE bob@example.com", "NAK 4");
    assertThat(bob.hears()).isEmpty();
    assertThat(bob.isHungUpOn()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "LOST, BYE bob@example.com",
    "SLOW_READER, BYE bob@example.com",
    "MALFORMED, BYE bob@example.com",
    "FAULT, BYE bob@example.com",
    "IDLE, BYE bob@example.com 1"
  })
  void whoeverIsLostIsGone(Departure reason, String line) {
    var alice = alone("alice");
    var bob = invited(alice, "bob");
    alice.hears();

    bob.goes(reason);

    assertThat(alice.hears()).containsExactly(line);
  }

  @Test
  void theLastOneMayInviteAgain() {
    var alice = alone("alice");
    invited(alice, "bob").says("OUT");
    alice.hears();

    var back = invited(alice, "bob");

    assertThat(back.hears()).containsExactly("IRO 1 1 1 alice@example.com Alice", "ANS 1 OK");
    assertThat(alice.hears()).containsExactly("JOI bob@example.com Bob");
  }

  @Test
  void aSessionEndsWithItsLastMember() {
    var alice = alone("alice");
    var bob = invited(alice, "bob");
    alice.says("OUT");

    bob.says("OUT");

    assertThat(exchange.hall().sessions()).isZero();
    assertThat(exchange.hall().members()).isZero();
  }
}
