package im.monarch.notification.conversation;

import static im.monarch.notification.conversation.Caller.HANGS_UP;
import static im.monarch.notification.conversation.Town.handle;
import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.PresenceStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {

  /** Of a session that was lost with its node. */
  private static final Moment BEFORE_THE_CRASH = new Moment(0, 5);

  private final Town town =
      Town.of("alice", "bob", "carol").where("alice", "bob", FL, AL).where("carol", "alice", FL);

  @Test
  void aClientThatHasNothingGetsTheLot() {
    town.where("alice", "carol", BL);
    var alice = town.signedIn("alice");

    assertThat(alice.says("SYN 8 0"))
        .containsExactly(
            "SYN 8 4 2 1",
            "GTC A",
            "BLP AL",
            "LSG 0 Other%20Contacts 0",
            "LST bob@example.com Bob 3 0",
            "LST carol@example.com Carol 12");
  }

  @Test
  void aClientThatIsUpToDateGetsNothing() {
    assertThat(town.signedIn("alice").says("SYN 8 3")).containsExactly("SYN 8 3");
  }

  @Test
  void aClientWithAnotherVersionGetsTheLot() {
    var alice = town.signedIn("alice");

    assertThat(alice.says("SYN 8 2")).hasSize(6);
    assertThat(alice.says("SYN 9 4")).hasSize(6);
    assertThat(alice.says("SYN 10 4294967295")).hasSize(6);
  }

  @Test
  void whoeverKnowsNobodyStillHasAGroup() {
    assertThat(Town.of("dave").signedIn("dave").says("SYN 8 0"))
        .containsExactly("SYN 8 1 0 1", "GTC A", "BLP AL", "LSG 0 Other%20Contacts 0");
  }

  @Test
  void pngIsAnsweredAsTheDialectHasIt() {
    assertThat(town.signedIn("alice", "MSNP9").says("PNG")).containsExactly("QNG 60");
    assertThat(town.signedIn("bob", "MSNP8").says("PNG")).containsExactly("QNG");
  }

  @Test
  void nobodySignsInTwiceOnOneConnection() {
    var alice = town.signedIn("alice");

    assertThat(alice.says("USR 9 TWN I bob@example.com")).containsExactly("207 9");
    assertThat(alice.says("USR 9 TWN S t=x&p=")).containsExactly("207 9");
  }

  @Test
  void verComesOnce() {
    assertThat(town.signedIn("alice").says("VER 9 MSNP9")).containsExactly("715 9", HANGS_UP);
  }

  @Test
  void anUnknownCommandHangsUp() {
    assertThat(town.signedIn("alice").says("LST 9 FL")).containsExactly(HANGS_UP);
    assertThat(town.signedIn("bob").says("NLN NLN alice@example.com A 0"))
        .containsExactly(HANGS_UP);
  }

  @Test
  void outIsAnswered() {
    assertThat(town.signedIn("alice").says("OUT")).containsExactly("OUT", HANGS_UP);
    assertThat(town.sessions.count()).isZero();
  }

  @Test
  void aSecondSignInTakesOver() {
    var desk = town.online("alice");
    var laptop = town.signedIn("alice");

    assertThat(desk.hears()).containsExactly("OUT OTH", HANGS_UP);
    assertThat(laptop.says("PNG")).containsExactly("QNG 60");
    assertThat(town.sessions.count()).isEqualTo(1);
  }

  @Test
  void watchersDoNotNoticeATakeOver() {
    var carol = town.online("carol");
    var desk = town.online("alice");
    assertThat(carol.hears()).containsExactly("NLN NLN alice@example.com Alice 7");

    var laptop = town.signedIn("alice");
    desk.hears();

    assertThat(carol.hears()).isEmpty();
    assertThat(laptop.says("CHG 5 AWY 8")).containsExactly("CHG 5 AWY 8");
    assertThat(carol.hears()).containsExactly("NLN AWY alice@example.com Alice 8");
  }

  @Test
  void whoeverTakesOverAndHidesGoesOffline() {
    var carol = town.online("carol");
    var desk = town.online("alice");
    carol.hears();

    var laptop = town.signedIn("alice");
    desk.hears();
    laptop.says("CHG 5 HDN 8");

    assertThat(carol.hears()).containsExactly("FLN alice@example.com");
  }

  @Test
  void whoeverTakesOverAndLeavesGoesOffline() {
    var carol = town.online("carol");
    var desk = town.online("alice");
    carol.hears();

    var laptop = town.signedIn("alice");
    desk.hears();
    laptop.vanishes();

    assertThat(carol.hears()).containsExactly("FLN alice@example.com");
  }

  @Test
  void whoeverLeavesWhileTheStoreIsAwayGoesOffline() {
    var carol = town.online("carol");
    var alice = town.online("alice");
    carol.hears();
    town.claims.goAway();

    alice.vanishes();

    assertThat(carol.hears()).containsExactly("FLN alice@example.com");
  }

  @Test
  void whoeverTakesOverAndCannotSignInGoesOffline() {
    var carol = town.online("carol");
    var desk = town.online("alice");
    carol.hears();
    town.rosters.goAway();

    assertThat(town.signedIn("alice").says("PNG")).isEmpty();
    assertThat(desk.hears()).containsExactly("OUT OTH", HANGS_UP);

    assertThat(carol.hears()).containsExactly("FLN alice@example.com");
  }

  @Test
  void whoeverComesBackAfterThatIsSeenAgain() {
    var carol = town.online("carol");
    var desk = town.online("alice");
    town.rosters.goAway();
    town.signedIn("alice");
    desk.hears();
    carol.hears();
    town.rosters.comeBack();

    town.online("alice");

    assertThat(carol.hears()).containsExactly("NLN NLN alice@example.com Alice 7");
  }

  @Test
  void whoeverComesBackHiddenAfterACrashGoesOffline() {
    var carol = town.online("carol");
    town.tell("carol", aliceAppeared(BEFORE_THE_CRASH));
    carol.hears();

    town.signedIn("alice").says("CHG 5 HDN 8");

    assertThat(carol.hears()).containsExactly("FLN alice@example.com");
  }

  @Test
  void whoeverIsBlockedOnComingBackAfterACrashSeesTheOwnerGo() {
    var carol = town.online("carol");
    town.tell("carol", aliceAppeared(BEFORE_THE_CRASH));
    carol.hears();

    town.signedIn("alice").says("ADD 5 BL carol@example.com Carol");

    assertThat(carol.hears()).containsExactly("FLN alice@example.com");
  }

  @Test
  void aLateGoodByeOfTheOldSessionIsNotNoticed() {
    var carol = town.online("carol");
    var desk = town.online("alice");
    var laptop = town.online("alice");
    carol.hears();

    desk.vanishes();

    assertThat(carol.hears()).isEmpty();
    assertThat(laptop.hears()).isEmpty();
    assertThat(laptop.says("PNG")).containsExactly("QNG 60");
  }

  @Test
  void newsOfATakeOverThatIsOverAreIgnored() {
    var alice = town.online("alice");

    town.tell("alice", new News.TakenOver(0));

    assertThat(alice.hears()).isEmpty();
    assertThat(alice.says("PNG")).containsExactly("QNG 60");
  }

  private static News aliceAppeared(Moment at) {
    var appearance =
        new Appearance(
            PresenceStatus.AWY,
            handle("alice"),
            new FriendlyName("Alice"),
            Capabilities.NONE,
            Optional.empty());
    return new News.Appeared(appearance, at);
  }
}
