package im.monarch.notification.node;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.limits.Rate;
import im.monarch.domain.nodes.Admission.Admitted;
import im.monarch.domain.nodes.Admission.Declined;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.config.NotificationSection.SignIns;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DoorTest {

  private static final NodeId NODE = new NodeId("node-1");
  private static final HostPort ADDRESS = new HostPort("10.0.0.5", 1863);
  private static final Handle ALICE = new Handle("alice@example.com");
  private static final Handle BOB = new Handle("bob@example.com");
  private static final Handle CAROL = new Handle("carol@example.com");

  private final LocalSessions sessions = new LocalSessions();
  private final AtomicLong now = new AtomicLong();
  private final AtomicBoolean serves = new AtomicBoolean(true);

  @Test
  void thereIsRoomUntilItIsFull() {
    var door = door(2, 10, 10);
    seat(ALICE);
    assertThat(door.knock(BOB, ADDRESS)).isEqualTo(new Admitted(ADDRESS));

    assertThat(door.knock(CAROL, ADDRESS)).isEqualTo(new Declined("full"));
    assertThat(door.enter(CAROL)).isEqualTo(new Entry.Elsewhere());
    assertThat(door.load()).isEqualTo(new NodeLoad(NODE, 1, 1, false));
  }

  @Test
  void aClosedDoorTakesNobody() {
    var door = door(10, 10, 10);
    door.close();

    assertThat(door.knock(ALICE, ADDRESS)).isEqualTo(new Declined("draining"));
    assertThat(door.enter(ALICE)).isEqualTo(new Entry.Elsewhere());
    assertThat(door.load()).isEqualTo(new NodeLoad(NODE, 0, 0, true));
  }

  @Test
  void aNodeWithoutItsLeaseTakesNobodyUntilItHasItAgain() {
    var door = door(10, 10, 10);
    serves.set(false);

    assertThat(door.knock(ALICE, ADDRESS)).isEqualTo(new Declined("no lease"));
    assertThat(door.enter(ALICE)).isEqualTo(new Entry.Elsewhere());
    assertThat(door.load().draining()).isTrue();

    serves.set(true);
    assertThat(door.knock(ALICE, ADDRESS)).isEqualTo(new Admitted(ADDRESS));
    assertThat(door.load().draining()).isFalse();
  }

  @Test
  void aClosedDoorKeepsItsPromises() {
    var door = door(10, 10, 10);
    door.knock(ALICE, ADDRESS);
    door.close();

    assertThat(door.enter(ALICE)).isInstanceOf(Entry.Welcome.class);
  }

  @Test
  void signInsBeyondTheRateAreToldAtOnceAndLaterOnesAreNot() {
    var door = door(100, 2, 100);
    assertThat(door.enter(ALICE)).isInstanceOf(Entry.Welcome.class);
    assertThat(door.knock(BOB, ADDRESS)).isEqualTo(new Admitted(ADDRESS));

    assertThat(door.enter(CAROL)).isEqualTo(new Entry.Busy());
    assertThat(door.knock(CAROL, ADDRESS)).isEqualTo(new Declined("busy"));

    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(door.enter(CAROL)).isInstanceOf(Entry.Welcome.class);
  }

  @Test
  void noMoreThanTheBoundAreUnderWay() {
    var door = door(100, 100, 2);
    var alice = enter(door, ALICE);
    enter(door, BOB);
    assertThat(door.enter(CAROL)).isEqualTo(new Entry.Busy());

    alice.leave();

    assertThat(door.enter(CAROL)).isInstanceOf(Entry.Welcome.class);
  }

  @Test
  void aPlaceIsLeftOnce() {
    var door = door(100, 100, 100);
    enter(door, BOB);
    var place = enter(door, ALICE);

    place.leave();
    place.leave();

    assertThat(door.waiting()).isEqualTo(1);
  }

  @Test
  void whoWasPromisedAPlaceNeedsNoOtherOne() {
    var door = door(100, 1, 1);
    door.knock(ALICE, ADDRESS);

    var place = enter(door, ALICE);

    assertThat(door.waiting()).isEqualTo(1);
    place.leave();
    assertThat(door.waiting()).isZero();
  }

  @Test
  void aPromiseIsGoodOnce() {
    var door = door(100, 1, 10);
    door.knock(ALICE, ADDRESS);
    enter(door, ALICE);

    assertThat(door.enter(ALICE)).isEqualTo(new Entry.Busy());
  }

  @Test
  void whoKnocksTwiceHasOnePlace() {
    var door = door(100, 1, 1);
    door.knock(ALICE, ADDRESS);

    assertThat(door.knock(ALICE, ADDRESS)).isEqualTo(new Admitted(ADDRESS));

    assertThat(door.waiting()).isEqualTo(1);
    enter(door, ALICE).leave();
    assertThat(door.waiting()).isZero();
  }

  @Test
  void aPlaceThatNobodyComesForIsGivenToOthers() {
    var door = door(100, 100, 1);
    door.knock(ALICE, ADDRESS);
    now.addAndGet(TimeUnit.SECONDS.toNanos(16));

    assertThat(door.waiting()).isZero();
    assertThat(door.knock(BOB, ADDRESS)).isEqualTo(new Admitted(ADDRESS));
  }

  @Test
  void aRenewedPromiseHoldsAsLongAsANewOne() {
    var door = door(100, 1, 1);
    door.knock(ALICE, ADDRESS);
    now.addAndGet(TimeUnit.SECONDS.toNanos(14));
    door.knock(ALICE, ADDRESS);
    now.addAndGet(TimeUnit.SECONDS.toNanos(14));

    assertThat(door.waiting()).isEqualTo(1);
    assertThat(door.enter(ALICE)).isInstanceOf(Entry.Welcome.class);
  }

  @Test
  void manyThreadsLeaveNothingBehind() {
    var door = door(1_000, 1_000, 50);
    var most = new AtomicInteger();

    IntStream.range(0, 20_000)
        .parallel()
        .forEach(
            i -> {
              var handle = new Handle("user" + i % 40 + "@example.com");
              door.knock(handle, ADDRESS);
              if (door.enter(handle) instanceof Entry.Welcome(var place)) {
                most.accumulateAndGet(door.waiting(), Math::max);
                place.leave();
              }
              now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
            });
    now.addAndGet(TimeUnit.MINUTES.toNanos(1));

    assertThat(most.get()).isPositive();
    assertThat(door.waiting()).isZero();
  }

  private Door door(int maxSessions, int perSecond, int maxWaiting) {
    var signIns = new SignIns(Rate.perSecond(perSecond), maxWaiting);
    return new Door(
        NODE, sessions, new Door.Capacity(maxSessions, signIns), serves::get, now::get);
  }

  private static Place enter(Door door, Handle handle) {
    if (door.enter(handle) instanceof Entry.Welcome(var place)) {
      return place;
    }
    throw new AssertionError("not welcome");
  }

  private void seat(Handle handle) {
    sessions.seat(new Claim(handle, NODE, 1, Optional.empty()), news -> {});
  }
}
