package im.monarch.notification.conversation;

import static im.monarch.notification.conversation.Caller.HANGS_UP;
import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.roster.Forfeit;
import im.monarch.domain.sessions.News;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that are over before their clients know. */
class StandingTest {

  private final Town town =
      Town.of("alice", "bob").where("alice", "bob", FL, AL).where("bob", "alice", FL, AL);

  @ParameterizedTest
  @ValueSource(
      strings = {"PNG", "CHG 9 NLN 0", "SYN 9 0", "REA 9 alice@example.com Allie", "XFR 9 SB"})
  void aSessionThatMayNotGoOnAnswersNothing(String command) {
    var alice = town.online("alice");

    town.claims.loseLease();

    assertThat(alice.says(command)).containsExactly(HANGS_UP);
  }

  @Test
  void anAnswerThatComesTooLateIsNotGiven() {
    var alice = town.online("alice");
    town.rosters.whileEditing(town.claims::loseLease);

    assertThat(alice.says("REA 9 alice@example.com Allie")).containsExactly(HANGS_UP);
  }

  @Test
  void nothingIsShownToASessionThatMayNotGoOn() {
    var alice = town.online("alice");
    town.online("bob");

    town.claims.loseLease();

    assertThat(alice.hears()).containsExactly(HANGS_UP);
  }

  @Test
  void theEndOfTheLeaseEndsEverySession() {
    var alice = town.online("alice");
    var bob = town.signedIn("bob");

    town.sessions.announce(new News.LeaseLost());

    assertThat(alice.hears()).endsWith(HANGS_UP);
    assertThat(bob.hears()).containsExactly(HANGS_UP);
    assertThat(town.sessions.count()).isZero();
  }

  @Test
  void nobodySignsInWithoutALease() {
    town.claims.loseLease();
    var alice = town.caller();
    alice.says("VER 1 MSNP9");

    assertThat(alice.signsIn("alice@example.com")).containsExactly("910 3", HANGS_UP);
  }

  @Test
  void aSessionThatMayHaveLostItsAccountToAFailedSignInEndsSoThatItsClientComesBack() {
    var bob = town.online("bob");
    var alice = town.online("alice");
    bob.hears();
    town.claims.fallSilent();

    var other = town.caller();
    other.says("VER 1 MSNP9");
    assertThat(other.signsIn("alice@example.com")).containsExactly("910 3", HANGS_UP);

    assertThat(alice.hears()).containsExactly(HANGS_UP);
    assertThat(bob.hears()).containsExactly("FLN alice@example.com");
    assertThat(town.sessions.count()).isOne();
  }

  @Test
  void aSessionGoesOnWhenASignInOfItsAccountClaimedNothing() {
    var alice = town.online("alice");
    town.claims.goAway();

    town.signedIn("alice");

    assertThat(alice.hears()).isEmpty();
    assertThat(alice.says("PNG")).containsExactly("QNG 60");
  }

  @Test
  void anEditOfASessionThatWasTakenOverIsAnsweredAsIfItHadBeenTold() {
    var alice = town.online("alice");
    town.rosters.forfeit(Forfeit.TAKEN_OVER);

    assertThat(alice.says("REA 9 alice@example.com Allie")).containsExactly("OUT OTH", HANGS_UP);
  }

  @Test
  void anEditAfterTheEndOfTheLeaseIsNotAnswered() {
    var alice = town.online("alice");
    town.rosters.forfeit(Forfeit.LEASE_OVER);

    assertThat(alice.says("REA 9 alice@example.com Allie")).isEqualTo(List.of(HANGS_UP));
  }
}
