package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.presence.LocalDirectory;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One session, and rounds that nobody would see the second of if none was asked for. */
class RoundsTest {

  private static final Handle ALICE = new Handle("alice@example.com");
  private static final NodeId HERE = new NodeId("here");
  private static final Whereabouts ALICE_HERE =
      new Whereabouts(ALICE, HERE, new Moment(1, 0), Optional.empty());

  private final Vertx vertx = Vertx.vertx();
  private final LocalSessions sessions = new LocalSessions();
  private final LocalDirectory directory = new LocalDirectory();
  private final Queue<Map<Handle, Whereabouts>> found = new ConcurrentLinkedQueue<>();
  private final AtomicInteger faults = new AtomicInteger();
  private final AtomicInteger silences = new AtomicInteger();
  private final AtomicInteger doubts = new AtomicInteger();
  private final AtomicInteger room = new AtomicInteger(1_000);
  private final AtomicInteger sweeps = new AtomicInteger();
  private final Set<Handle> told = ConcurrentHashMap.newKeySet();
  private final Rounds rounds =
      new Rounds(
          ((VertxInternal) vertx).createEventLoopContext(),
          new Here(HERE, sessions),
          new Faulty(),
          sweeps::incrementAndGet,
          Duration.ofDays(10));

  @BeforeEach
  void begin() {
    sessions.seat(new Claim(ALICE, HERE, 1, Optional.empty()), this::hear);
    rounds.begin();
  }

  private void hear(News news) {
    if (news instanceof News.RollCall call && silences.getAndDecrement() <= 0) {
      call.answer().tryComplete(Set.of(ALICE));
    } else if (news instanceof News.Found(var known)) {
      found.add(known);
      told.add(ALICE);
    } else if (news instanceof News.ListsInDoubt) {
      doubts.incrementAndGet();
    }
  }

  @AfterEach
  void end() {
    rounds.end();
    vertx.close().await();
  }

  @Test
  void aRoundThatIsAskedForIsMade() {
    directory.publish(ALICE_HERE);

    rounds.hurry();

    await().until(() -> found.contains(Map.of(ALICE, ALICE_HERE)));
  }

  @Test
  void aRoundOfAllBeginsWithASweepAndOneOfTheDoubtfulDoesNot() {
    rounds.hurry();
    await().until(() -> found.size() > 1);

    assertThat(sweeps).hasValue(1);
  }

  @Test
  void aSessionThatTheDirectoryDoesNotKnowIsComparedAgain() {
    rounds.hurry();
    await().until(() -> found.contains(Map.of()));

    directory.publish(ALICE_HERE);

    await().until(() -> found.contains(Map.of(ALICE, ALICE_HERE)));
  }

  @Test
  void aDirectoryThatWasSilentIsAskedAgain() {
    directory.publish(ALICE_HERE);
    faults.set(1);

    rounds.hurry();

    await().until(() -> found.contains(Map.of(ALICE, ALICE_HERE)));
  }

  @Test
  void aSessionInALongTurnIsAskedAgain() {
    directory.publish(ALICE_HERE);
    silences.set(1);

    rounds.hurry();

    await().until(() -> found.contains(Map.of(ALICE, ALICE_HERE)));
  }

  @Test
  void listsThatAreInDoubtAreSaidToBe() {
    rounds.listsInDoubt();

    await().until(() -> doubts.get() == 1);
  }

  @Test
  void whoeverWasNotFoundByNewsForAWhileIsInDoubt() {
    rounds.hurry();
    await().until(() -> found.contains(Map.of()));
    assertThat(doubts).hasValue(0);

    directory.publish(ALICE_HERE);

    await().until(() -> doubts.get() == 1);
  }

  @Test
  void whoeverIsFoundIsNotInDoubt() {
    directory.publish(ALICE_HERE);
    rounds.hurry();
    await().until(() -> found.size() == 1);

    rounds.hurry();
    await().until(() -> found.size() == 2);

    assertThat(doubts).hasValue(0);
  }

  @Test
  void fewerAreLookedUpAtOnceWhereManyTakeTooLong() {
    directory.publish(ALICE_HERE);
    for (int i = 0; i < 20; i++) {
      seat(new Handle("user" + i + "@example.com"));
    }
    room.set(2);

    rounds.hurry();

    await().atMost(30, TimeUnit.SECONDS).until(() -> told.size() == sessions.count());
  }

  private void seat(Handle handle) {
    directory.publish(new Whereabouts(handle, HERE, new Moment(1, 0), Optional.empty()));
    sessions.seat(
        new Claim(handle, HERE, 1, Optional.empty()),
        news -> {
          if (news instanceof News.RollCall call) {
            call.answer().tryComplete(Set.of(handle));
          } else if (news instanceof News.Found) {
            told.add(handle);
          }
        });
  }

  /** Fails as often as it is told, and when it is asked for more than there is room for. */
  private final class Faulty implements Directory {

    @Override
    public Future<Void> publish(Whereabouts whereabouts) {
      return directory.publish(whereabouts);
    }

    @Override
    public Future<Map<Handle, Whereabouts>> find(Collection<Handle> handles) {
      return faults.getAndDecrement() > 0 || handles.size() > room.get()
          ? Future.failedFuture("silent")
          : directory.find(handles);
    }

    @Override
    public Future<Void> withdraw(Handle handle, long epoch) {
      return directory.withdraw(handle, epoch);
    }
  }
}
