package im.monarch.notification.conversation;

import static im.monarch.notification.conversation.Town.handle;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PresenceStatus;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice and bob follow each other, and news between them gets lost. */
class ReconciliationTest {

  private static final NodeId ELSEWHERE = new NodeId("node-2");
  private static final long LATER = 1_000;

  private final Town town = Town.of("alice", "bob");

  @BeforeEach
  void theyKnowEachOther() {
    town.where("alice", "bob", FL).where("bob", "alice", FL);
  }

  /** What the client of {@code caller} sees when the session is told what the directory says. */
  private List<String> compare(String name, Caller caller) {
    var wanted = callTheRoll(name, caller);
    return isTold(name, caller, find(wanted));
  }

  private Set<Handle> callTheRoll(String name, Caller caller) {
    var answer = Promise.<Set<Handle>>promise();
    town.tell(name, new News.RollCall(answer));
    caller.hears();
    return answer.future().result();
  }

  private Map<Handle, Whereabouts> find(Set<Handle> wanted) {
    return town.directory.find(wanted).result();
  }

  private List<String> isTold(String name, Caller caller, Map<Handle, Whereabouts> known) {
    town.tell(name, new News.Found(known));
    return caller.hears();
  }

  /** Bob appears at another node, and nobody here hears of it. */
  private void bobAppearsElsewhere(Moment at) {
    var appearance =
        new Appearance(
            PresenceStatus.BSY,
            handle("bob"),
            new FriendlyName("Bob"),
            new Capabilities(5),
            Optional.empty());
    var published =
        town.directory.publish(
            new Whereabouts(handle("bob"), ELSEWHERE, at, Optional.of(appearance)));
    assertThat(published.succeeded()).isTrue();
  }

  private void bobIsLost() {
    assertThat(town.directory.withdraw(handle("bob"), LATER).succeeded()).isTrue();
  }

  private Moment lastOf(String name) {
    return find(Set.of(handle(name))).get(handle(name)).at();
  }

  @Test
  void theWatchedAreAskedFor() {
    var alice = town.online("alice");

    assertThat(callTheRoll("alice", alice))
        .containsExactlyInAnyOrder(handle("alice"), handle("bob"));
  }

  @Test
  void whenAllIsRightNothingIsSaid() {
    var bob = town.online("bob");
    var alice = town.online("alice");
    bob.hears();

    assertThat(compare("alice", alice)).isEmpty();
    assertThat(compare("bob", bob)).isEmpty();
    assertThat(bob.hears()).isEmpty();
  }

  @Test
  void whenAllIsRightTheStoreIsNotAsked() {
    town.where("bob", "alice", FL, BL);
    town.online("bob");
    var alice = town.online("alice");
    town.rosters.goAway();

    assertThat(compare("alice", alice)).isEmpty();
  }

  @Test
  void whoeverIsThereUnseenIsShown() {
    var alice = town.online("alice");
    bobAppearsElsewhere(new Moment(LATER, 1));

    assertThat(compare("alice", alice)).containsExactly("NLN BSY bob@example.com Bob 5");
    assertThat(compare("alice", alice)).isEmpty();
  }

  @Test
  void whoeverHasChangedUnseenIsShownAgain() {
    town.online("bob");
    var alice = town.online("alice");
    bobAppearsElsewhere(new Moment(LATER, 1));

    assertThat(compare("alice", alice)).containsExactly("NLN BSY bob@example.com Bob 5");
  }

  @Test
  void whoeverDoesNotAdmitTheUserIsNotShown() {
    town.where("bob", "alice", FL, BL);
    var alice = town.online("alice");
    bobAppearsElsewhere(new Moment(LATER, 1));

    assertThat(compare("alice", alice)).isEmpty();
  }

  @Test
  void whoeverConcealedThemselvesUnheardGoes() {
    town.online("bob");
    var alice = town.online("alice");
    town.where("bob", "alice", FL, BL);
    bobAppearsElsewhere(new Moment(LATER, 1));

    assertThat(compare("alice", alice)).containsExactly("FLN bob@example.com");
    assertThat(compare("alice", alice)).isEmpty();
  }

  @Test
  void withoutTheStoreNobodyIsShownUntilItIsBack() {
    var alice = town.online("alice");
    bobAppearsElsewhere(new Moment(LATER, 1));
    town.rosters.goAway();
    assertThat(compare("alice", alice)).isEmpty();
    town.rosters.comeBack();

    assertThat(compare("alice", alice)).hasSize(1);
  }

  @Test
  void whoeverIsGoneWithoutAWordGoes() {
    town.online("bob");
    var alice = town.online("alice");
    bobIsLost();

    assertThat(compare("alice", alice)).containsExactly("FLN bob@example.com");
    assertThat(compare("alice", alice)).isEmpty();
  }

  @Test
  void newsThatCameMeanwhileCountsMore() {
    var alice = town.online("alice");
    var before = find(callTheRoll("alice", alice));
    town.online("bob");
    assertThat(alice.hears()).containsExactly("NLN NLN bob@example.com Bob 7");

    assertThat(isTold("alice", alice, before)).isEmpty();
  }

  @Test
  void whatWasNotAskedForIsNotCompared() {
    town.online("bob");
    var alice = town.online("alice");

    assertThat(isTold("alice", alice, Map.of())).isEmpty();
  }

  @Test
  void anEntryThatGotLostIsMadeAgain() {
    var bob = town.online("bob");
    var alice = town.online("alice");
    bob.hears();
    bobIsLost();

    assertThat(compare("bob", bob)).isEmpty();
    assertThat(find(Set.of(handle("bob")))).containsKey(handle("bob"));
    assertThat(alice.hears()).containsExactly("NLN NLN bob@example.com Bob 7");
  }

  @Test
  void anEntryOfALaterSessionIsLeftAlone() {
    var bob = town.online("bob");
    bobAppearsElsewhere(new Moment(LATER, 1));

    assertThat(compare("bob", bob)).isEmpty();
    assertThat(lastOf("bob")).isEqualTo(new Moment(LATER, 1));
  }

  @Test
  void aChangeMadeMeanwhileIsNotMadeTwice() {
    var bob = town.online("bob");
    var alice = town.online("alice");
    bob.hears();
    var before = find(callTheRoll("bob", bob));
    bob.says("CHG 9 AWY 7");
    assertThat(alice.hears()).hasSize(1);

    assertThat(isTold("bob", bob, before)).isEmpty();
    assertThat(alice.hears()).isEmpty();
  }

  @Test
  void thePeopleOfANodeThatIsGoneGo() {
    var alice = town.online("alice");
    town.online("bob");
    alice.hears();

    town.tell("alice", new News.Departed(Map.of(handle("bob"), lastOf("bob"))));

    assertThat(alice.hears()).containsExactly("FLN bob@example.com");
  }

  @Test
  void whoeverWasNotShownDoesNotGo() {
    var alice = town.online("alice");

    town.tell("alice", new News.Departed(Map.of(handle("bob"), new Moment(LATER, 0))));

    assertThat(alice.hears()).isEmpty();
  }

  @Test
  void whoeverCameBackBeforeTheirNodeWasMissedStays() {
    var alice = town.online("alice");
    town.online("bob");
    var before = lastOf("bob");
    town.online("bob");
    alice.hears();

    town.tell("alice", new News.Departed(Map.of(handle("bob"), before)));

    assertThat(alice.hears()).isEmpty();
  }

  @Test
  void whoeverWasTakenForGoneAndIsNotComesBackAsTheyWere() {
    var alice = town.online("alice");
    town.online("bob");
    alice.hears();
    town.tell("alice", new News.Departed(Map.of(handle("bob"), lastOf("bob"))));
    alice.hears();

    assertThat(compare("alice", alice)).containsExactly("NLN NLN bob@example.com Bob 7");
  }

  @Test
  void whoeverHearsOfTheirOwnDepartureSaysThatTheyAreThere() {
    var alice = town.online("alice");
    var bob = town.online("bob");
    alice.hears();
    var departed = new News.Departed(Map.of(handle("bob"), lastOf("bob")));

    town.tell("alice", departed);
    town.tell("bob", departed);
    bob.hears();

    assertThat(alice.hears())
        .containsExactly("FLN bob@example.com", "NLN NLN bob@example.com Bob 7");
  }

  @Test
  void theDepartureOfAnEarlierSessionIsNoMatter() {
    var alice = town.online("alice");
    town.online("bob");
    var before = lastOf("bob");
    var bob = town.online("bob");
    alice.hears();
    var now = lastOf("bob");

    town.tell("bob", new News.Departed(Map.of(handle("bob"), before)));

    assertThat(bob.hears()).isEmpty();
    assertThat(lastOf("bob")).isEqualTo(now);
    assertThat(alice.hears()).isEmpty();
  }

  @Test
  void somebodyWhoHasNotSaidChgSeesNobody() {
    town.online("bob");
    var alice = town.signedIn("alice");

    assertThat(compare("alice", alice)).isEmpty();
  }
}
