package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private static final NodeId SELF = new NodeId("self");
  private static final NodeId ONE = new NodeId("one");
  private static final NodeId TWO = new NodeId("two");
  private static final NodeId THREE = new NodeId("three");

  private final Set<NodeId> others = new HashSet<>(Set.of(ONE, TWO, THREE));
  private final Set<NodeId> silent = new HashSet<>();
  private final Set<NodeId> deaf = new HashSet<>();
  private final List<String> done = new ArrayList<>();
  private boolean eldest;
  private long now;

  private final Watchdog watchdog =
      new Watchdog(
          this::ask,
          new Watchdog.Neighbours(SELF, () -> others, () -> eldest),
          Duration.ofSeconds(5),
          new Watchdog.Remedies() {
            @Override
            public void registerAnew() {
              done.add("registered");
            }

            @Override
            public void ill(boolean ill) {
              done.add(ill ? "ill" : "well");
            }
          },
          () -> now);

  private Future<Buffer> ask(NodeId node, Buffer question) {
    now += TimeUnit.MILLISECONDS.toNanos(2);
    return silent.contains(node)
        ? Future.failedFuture("silent")
        : Future.succeededFuture(PulseMessages.answer(!deaf.contains(node)));
  }

  private void watch(int seconds) {
    for (int i = 0; i < seconds; i++) {
      watchdog.look();
      now += TimeUnit.SECONDS.toNanos(1);
    }
  }

  @Test
  void theRoundTripToEveryNodeIsKnown() {
    watch(1);

    assertThat(watchdog.roundTrips())
        .containsOnlyKeys(ONE, TWO, THREE)
        .containsEntry(ONE, Duration.ofMillis(2));
  }

  @Test
  void aNodeThatIsSilentForAMomentIsNothingToActOn() {
    silent.add(ONE);
    watch(4);
    silent.clear();
    watch(10);

    assertThat(done).isEmpty();
  }

  @Test
  void aNodeThatIsStillStartingIsNothingToActOn() {
    others.remove(ONE);
    watch(2);
    others.add(ONE);
    silent.add(ONE);
    watch(20);

    assertThat(done).isEmpty();
  }

  @Test
  void aNodeThatComesBackSilentIsNotStarting() {
    watch(1);
    others.remove(ONE);
    watch(20);
    others.add(ONE);
    silent.add(ONE);
    watch(7);

    assertThat(done).containsExactly("registered");
  }

  @Test
  void aNodeThatNeverBeginsToAnswerIsMissedInTheEnd() {
    silent.add(ONE);
    watch(40);

    assertThat(done).contains("registered");
  }

  @Test
  void aNodeThatStaysSilentMakesThisOneRegisterAnew() {
    watch(1);
    silent.add(ONE);
    watch(7);

    assertThat(done).containsExactly("registered");
  }

  @Test
  void aNodeThatDoesNotReachThisOneMakesItRegisterAnew() {
    deaf.add(ONE);
    watch(7);

    assertThat(done).containsExactly("registered");
  }

  @Test
  void whoeverHasLostOnlyOneOfManyIsNotIll() {
    watch(1);
    silent.add(ONE);
    watch(60);

    assertThat(done).isNotEmpty().doesNotContain("ill");
  }

  @Test
  void whoeverHasLostMostIsIllUntilTheyAreBack() {
    watch(1);
    silent.addAll(Set.of(ONE, TWO));
    watch(20);
    assertThat(done).contains("ill");
    silent.clear();
    watch(2);

    assertThat(done).endsWith("well");
  }

  @Test
  void ofTwoTheYoungerOneIsIll() {
    others.removeAll(Set.of(TWO, THREE));
    watch(1);
    silent.add(ONE);
    watch(20);

    assertThat(done).contains("ill");
  }

  @Test
  void ofTwoTheElderOneIsNot() {
    eldest = true;
    others.removeAll(Set.of(TWO, THREE));
    silent.add(ONE);
    watch(60);

    assertThat(done).doesNotContain("ill");
  }

  @Test
  void aNodeThatIsNoLongerListedIsNotMissed() {
    watch(1);
    silent.add(ONE);
    watch(3);
    others.remove(ONE);
    watch(60);

    assertThat(done).isEmpty();
  }

  @Test
  void whoeverReachesThisNodeIsNotBlamedForNotBeingReachedByIt() {
    deaf.add(ONE);
    watch(1);

    assertThat(PulseMessages.isReached(watchdog.answer(PulseMessages.question(ONE)))).isTrue();
  }

  @Test
  void whoeverIsNotReachedIsToldSo() {
    silent.add(ONE);
    watch(1);

    assertThat(PulseMessages.isReached(watchdog.answer(PulseMessages.question(ONE)))).isFalse();
    assertThat(PulseMessages.isReached(watchdog.answer(PulseMessages.question(TWO)))).isTrue();
  }
}
