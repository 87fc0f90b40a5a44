package im.monarch.domain.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News.TakenOver;
import im.monarch.domain.sessions.News.Vanished;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalSessionsTest {

  private static final Handle ALICE = new Handle("alice@example.com");
  private static final Handle BOB = new Handle("bob@example.com");
  private static final Handle CAROL = new Handle("carol@example.com");
  private static final NodeId NODE = new NodeId("node-1");
  private static final News NEWS = new Vanished(CAROL, new Moment(1, 1));

  private final LocalSessions sessions = new LocalSessions();
  private final List<News> heard = new ArrayList<>();
  private final List<News> heardLater = new ArrayList<>();

  @Test
  void newsReachTheReceiversAndNobodyElse() {
    sessions.seat(claim(ALICE, 1), heard::add);
    sessions.seat(claim(BOB, 2), heardLater::add);

    sessions.deliver(NEWS, List.of(ALICE, CAROL));

    assertThat(heard).containsExactly(NEWS);
    assertThat(heardLater).isEmpty();
  }

  @Test
  void newsComeInTheOrderTheyWereSent() {
    var other = new Vanished(BOB, new Moment(2, 2));
    sessions.seat(claim(ALICE, 1), heard::add);

    sessions.deliver(NEWS, List.of(ALICE));
    sessions.deliver(other, List.of(ALICE));

    assertThat(heard).containsExactly(NEWS, other);
  }

  @Test
  void aLaterSessionTakesTheSeat() {
    sessions.seat(claim(ALICE, 1), heard::add);

    sessions.seat(claim(ALICE, 2), heardLater::add);
    sessions.deliver(NEWS, List.of(ALICE));

    assertThat(heard).containsExactly(new TakenOver(2));
    assertThat(heardLater).containsExactly(NEWS);
    assertThat(sessions.count()).isEqualTo(1);
  }

  @Test
  void anEarlierSessionThatComesLateDoesNotTakeTheSeat() {
    sessions.seat(claim(ALICE, 2), heardLater::add);

    sessions.seat(claim(ALICE, 1), heard::add);
    sessions.deliver(NEWS, List.of(ALICE));

    assertThat(heard).containsExactly(new TakenOver(2));
    assertThat(heardLater).containsExactly(NEWS);
  }

  @Test
  void whoeverLeavesHearsNothingMore() {
    sessions.seat(claim(ALICE, 1), heard::add);

    sessions.leave(claim(ALICE, 1));
    sessions.deliver(NEWS, List.of(ALICE));

    assertThat(heard).isEmpty();
    assertThat(sessions.count()).isZero();
  }

  @Test
  void aLateGoodByeLeavesTheSeatOfTheNewSession() {
    sessions.seat(claim(ALICE, 1), heard::add);
    sessions.seat(claim(ALICE, 2), heardLater::add);

    sessions.leave(claim(ALICE, 1));
    sessions.deliver(NEWS, List.of(ALICE));

    assertThat(heardLater).containsExactly(NEWS);
  }

  @Test
  void leavingASeatNobodyTookChangesNothing() {
    sessions.leave(claim(ALICE, 1));

    assertThat(sessions.count()).isZero();
  }

  @Test
  void ofManySessionsAtOnceTheLatestHasTheSeat() {
    var told = new ConcurrentLinkedQueue<News>();
    IntStream.rangeClosed(1, 200)
        .parallel()
        .forEach(epoch -> sessions.seat(claim(ALICE, epoch), told::add));
    told.clear();

    sessions.leave(claim(ALICE, 200));

    assertThat(sessions.count()).isZero();
  }

  @Test
  void everyClaimIsLaterThanTheOneBefore() {
    var claims = new LocalSessionClaims();

    var first = claims.claim(ALICE, NODE).result();
    var second = claims.claim(ALICE, NODE).result();
    var other = claims.claim(BOB, NODE).result();

    assertThat(second.epoch()).isGreaterThan(first.epoch());
    assertThat(first.takenFrom()).isEmpty();
    assertThat(second.takenFrom()).contains(NODE);
    assertThat(other.takenFrom()).isEmpty();
  }

  @Test
  void aClaimIsReleasedOnce() {
    var claims = new LocalSessionClaims();
    var claim = claims.claim(ALICE, NODE).result();

    assertThat(claims.release(claim).result()).isTrue();
    assertThat(claims.release(claim).result()).isFalse();
    assertThat(claims.claim(ALICE, NODE).result().takenFrom()).isEmpty();
  }

  @Test
  void aLateGoodByeDoesNotReleaseTheNewClaim() {
    var claims = new LocalSessionClaims();
    var first = claims.claim(ALICE, NODE).result();
    var second = claims.claim(ALICE, NODE).result();

    assertThat(claims.release(first).result()).isFalse();
    assertThat(claims.release(second).result()).isTrue();
  }

  @Test
  void aSessionThatIsEvictedIsToldAndLosesItsSeat() {
    sessions.seat(claim(ALICE, 1), heard::add);

    sessions.evict(ALICE, 2);

    assertThat(heard).containsExactly(new TakenOver(2));
    assertThat(sessions.count()).isZero();
  }

  @Test
  void aLateEvictionLeavesTheLaterSession() {
    sessions.seat(claim(ALICE, 3), heard::add);

    sessions.evict(ALICE, 2);

    assertThat(heard).isEmpty();
    assertThat(sessions.handles()).containsExactly(ALICE);
  }

  @Test
  void whoeverWasEvictedBeforeTakingASeatGetsNone() {
    sessions.evict(ALICE, 2);

    sessions.seat(claim(ALICE, 1), heard::add);

    assertThat(heard).containsExactly(new TakenOver(2));
    assertThat(sessions.count()).isZero();
  }

  @Test
  void whoeverComesBackAfterAnEvictionGetsASeat() {
    sessions.evict(ALICE, 2);

    sessions.seat(claim(ALICE, 3), heard::add);

    assertThat(heard).isEmpty();
    assertThat(sessions.count()).isOne();
  }

  @Test
  void whoeverIsSlowerThanAllOfALaterSessionGetsNoSeat() {
    sessions.seat(claim(ALICE, 2), heardLater::add);
    sessions.leave(claim(ALICE, 2));

    sessions.seat(claim(ALICE, 1), heard::add);

    assertThat(heard).containsExactly(new TakenOver(2));
    assertThat(sessions.count()).isZero();
  }

  @Test
  void whoeverComesAfterSomebodyLeftGetsASeat() {
    sessions.seat(claim(ALICE, 2), heardLater::add);
    sessions.leave(claim(ALICE, 2));

    sessions.seat(claim(ALICE, 3), heard::add);

    assertThat(heard).isEmpty();
    assertThat(sessions.count()).isOne();
  }

  @Test
  void aMinuteLaterNobodyIsSlow() {
    var clock = new AtomicLong();
    var aging = new LocalSessions(clock::get);
    aging.seat(claim(ALICE, 2), heardLater::add);
    aging.leave(claim(ALICE, 2));

    clock.addAndGet(Duration.ofSeconds(61).toNanos());
    aging.seat(claim(ALICE, 1), heard::add); // of an account that was made again

    assertThat(heard).isEmpty();
    assertThat(aging.count()).isOne();
  }

  @Test
  void anEvictionIsForgottenWhenNoSignInCanBeLateForIt() {
    var clock = new AtomicLong();
    var aging = new LocalSessions(clock::get);
    aging.evict(ALICE, 2);

    clock.addAndGet(Duration.ofSeconds(61).toNanos());
    aging.evict(BOB, 2);
    aging.seat(claim(ALICE, 1), heard::add);

    assertThat(heard).isEmpty();
    assertThat(aging.count()).isOne();
  }

  @Test
  void thoseWhoAreNotHereAreNamed() {
    sessions.seat(claim(ALICE, 1), heard::add);

    assertThat(sessions.reach(NEWS, List.of(BOB, ALICE, CAROL))).containsExactly(BOB, CAROL);
    assertThat(heard).containsExactly(NEWS);
  }

  private static Claim claim(Handle handle, long epoch) {
    return new Claim(handle, NODE, epoch, Optional.empty());
  }
}
