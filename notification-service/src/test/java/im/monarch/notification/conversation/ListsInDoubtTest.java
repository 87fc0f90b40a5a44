package im.monarch.notification.conversation;

import static im.monarch.notification.conversation.Town.handle;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.roster.Roster;
import im.monarch.domain.sessions.News;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bob follows alice. Lists are changed, and nobody hears of it at once. */
class ListsInDoubtTest {

  private static final News DOUBT = new News.ListsInDoubt();
  private static final News COMPARISON = new News.Found(Map.of());

  private final Town town = Town.of("alice", "bob", "carol");
  private Caller alice;
  private Caller bob;

  @BeforeEach
  void bobSeesAlice() {
    town.where("bob", "alice", FL);
    alice = town.online("alice");
    alice.says("SYN 8 0");
    bob = town.online("bob");
  }

  @Test
  void whenAllIsRightNothingIsSaid() {
    town.tell("alice", DOUBT);

    assertThat(alice.hears()).isEmpty();
    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void whoeverFollowsTheUserIsToldHowTheUserAppears() {
    town.where("carol", "alice", FL);
    var carol = town.online("carol");
    alice.says("CHG 9 BSY 7");
    assertThat(carol.hears()).isEmpty();

    town.tell("alice", DOUBT);

    assertThat(alice.hears()).containsExactly("ADD 0 RL 3 carol@example.com Carol");
    assertThat(carol.hears()).containsExactly("NLN BSY alice@example.com Alice 7");
  }

  @Test
  void whoeverFollowsTheUserNoMoreIsTold() {
    town.where("bob", "alice");

    town.tell("alice", DOUBT);

    assertThat(alice.hears()).containsExactly("REM 0 RL 3 bob@example.com");
  }

  @Test
  void whoeverIsBlockedSeesTheUserGo() {
    town.where("alice", "bob", BL);

    town.tell("alice", DOUBT);

    assertThat(alice.hears()).containsExactly("ADD 0 BL 3 bob@example.com Bob");
    assertThat(bob.hears()).containsExactly("FLN alice@example.com");
  }

  @Test
  void whoeverIsFollowedIsSeen() {
    town.where("alice", "bob", FL);

    town.tell("alice", DOUBT);

    assertThat(alice.hears())
        .containsExactly("ADD 0 FL 3 bob@example.com Bob 0", "NLN NLN bob@example.com Bob 7");
  }

  @Test
  void theSameDoubtTwiceSaysNothingMore() {
    town.where("alice", "bob", BL);
    town.tell("alice", DOUBT);
    alice.hears();
    bob.hears();

    town.tell("alice", DOUBT);

    assertThat(alice.hears()).isEmpty();
    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void withoutTheStoreTheDoubtStaysUntilTheNextComparison() {
    town.where("alice", "bob", BL);
    town.rosters.goAway();
    town.tell("alice", DOUBT);
    assertThat(alice.hears()).isEmpty();
    town.rosters.comeBack();

    town.tell("alice", COMPARISON);

    assertThat(alice.hears()).containsExactly("ADD 0 BL 3 bob@example.com Bob");
    assertThat(bob.hears()).containsExactly("FLN alice@example.com");
  }

  @Test
  void withoutDoubtAComparisonLoadsNothing() {
    town.tell("alice", DOUBT);
    alice.hears();
    town.where("alice", "bob", BL);

    town.tell("alice", COMPARISON);

    assertThat(alice.hears()).isEmpty();
  }

  @Test
  void aStoreThatGoesAwayMeanwhileEndsNoSession() {
    town.where("alice", "bob", FL);
    town.rosters.afterLoading(town.rosters::goAway);

    town.tell("alice", DOUBT);

    assertThat(alice.hears()).containsExactly("ADD 0 FL 3 bob@example.com Bob 0");
  }

  @Test
  void nobodyIsInDoubtBeforeSigningIn() {
    var caller = town.caller();
    caller.says("VER 1 MSNP9");

    caller.tell(DOUBT);

    assertThat(caller.hears()).isEmpty();
    assertThat(caller.signsIn("carol@example.com").getFirst())
        .isEqualTo("USR 3 OK carol@example.com Carol 1 0");
  }

  @Test
  void listsOfTheVersionThatTheSessionHasFromOthersCount() {
    town.where("alice", "bob", BL);
    carolFollowsAlice();

    town.tell("alice", new News.Rearranged(listsOfAlice()));

    assertThat(alice.hears()).containsExactly("ADD 0 BL 4 bob@example.com Bob");
    assertThat(bob.hears()).containsExactly("FLN alice@example.com");
  }

  @Test
  void listsThatNewsOfOthersHaveOvertakenAreLoadedAnew() {
    town.where("alice", "bob", BL);
    var settled = listsOfAlice();
    carolFollowsAlice();

    town.tell("alice", new News.Rearranged(settled));

    assertThat(alice.hears()).containsExactly("ADD 0 BL 4 bob@example.com Bob");
    assertThat(bob.hears()).containsExactly("FLN alice@example.com");
  }

  @Test
  void listsThatTheSessionBeganWithNeedNoLoading() {
    var known = listsOfAlice();
    carolFollowsAlice();
    town.where("alice", "bob", BL);

    town.tell("alice", new News.Rearranged(known));

    assertThat(alice.hears()).isEmpty();
  }

  private void carolFollowsAlice() {
    town.signedIn("carol").says("ADD 9 FL alice@example.com Alice 0");
    assertThat(alice.hears()).hasSize(1);
  }

  private Roster listsOfAlice() {
    return town.rosters.load(handle("alice")).result().orElseThrow();
  }
}
