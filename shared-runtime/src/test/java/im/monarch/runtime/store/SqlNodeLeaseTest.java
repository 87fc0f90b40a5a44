package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.Membership;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node whose way to the database is cut, and others that can reach it. */
class SqlNodeLeaseTest {

  private static final NodeId NODE = new NodeId("node");
  private static final NodeId OTHER = new NodeId("other");
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Handle ALICE = TroubleContract.ALICE;

  private final Vertx vertx = Vertx.vertx();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private Relay relay;
  private Store direct;
  private Store store;
  private Nodes nodes;

  @BeforeEach
  void open() throws SQLException {
    var database = Postgres.freshDatabase();
    relay = new Relay(database.hosts().get(0).port());
    direct = Store.open(vertx, StoreConfig.of(database)).await();
    nodes = new Nodes(direct);
    var relayed = Postgres.at(relay.port(), database.database());
    store = Store.open(vertx, StoreConfig.of(relayed).withPatience(SHORT)).await();
    TroubleContract.register(direct);
  }

  @AfterEach
  void close() {
    store.close().await();
    direct.close().await();
    vertx.close().await();
    relay.close();
  }

  private Membership join() {
    var joined = store.join(NODE, SHORT).await();
    joined.lease().onLost(() -> events.add("lost"));
    joined.lease().onRegained(() -> events.add("regained"));
    return joined;
  }

  @Test
  void itLearnsFromTheDatabaseWhatAnotherNodeHasTaken() {
    var joined = join();
    joined.claims().onTaken((handle, epoch) -> events.add(handle.address() + ' ' + epoch));
    var former = joined.claims().claim(ALICE, NODE).await();

    var later = direct.join(OTHER, SHORT).await().claims().claim(ALICE, OTHER).await();

    assertThat(later.epoch()).isGreaterThan(former.epoch());
    await().until(() -> events.contains(ALICE.address() + ' ' + later.epoch()));
    assertThat(joined.lease().holds()).isTrue();
  }

  @Test
  void whatItTakesFromItselfItIsNotTold() {
    var joined = join();
    joined.claims().onTaken((handle, epoch) -> events.add(handle.address() + ' ' + epoch));
    joined.claims().claim(ALICE, NODE).await();
    joined.claims().claim(ALICE, NODE).await();

    var later = direct.join(OTHER, SHORT).await().claims().claim(ALICE, OTHER).await();

    await().until(() -> !events.isEmpty());
    assertThat(events).containsOnly(ALICE.address() + ' ' + later.epoch());
  }

  @Test
  void aLeaseIsRenewedWhileTheDatabaseIsThere() {
    var joined = join();
    var claim = joined.claims().claim(ALICE, NODE).await();

    // Longer than the lease.
    await()
        .during(SHORT.plusSeconds(1))
        .atMost(Duration.ofSeconds(20))
        .until(joined.lease()::holds);

    assertThat(joined.claims().stands(claim)).isTrue();
    assertThat(events).isEmpty();
  }

  @Test
  void aNodeThatCannotReachTheDatabaseStopsBeforeOthersTakeItForDead() {
    var joined = join();
    var claim = joined.claims().claim(ALICE, NODE).await();

    relay.fallSilent();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              boolean alive = nodes.isAlive(NODE.text());
              assertThat(alive || !joined.claims().stands(claim)).isTrue();
              return !alive;
            });
    await().untilAsserted(() -> assertThat(events).containsExactly("lost"));
    assertThatThrownBy(() -> joined.claims().claim(ALICE, NODE).await())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void aNodeThatReachesItAgainBeginsANewTerm() {
    var joined = join();
    var before = joined.claims().claim(ALICE, NODE).await();
    relay.cut();
    await().atMost(Duration.ofSeconds(20)).until(() -> !joined.lease().holds());

    relay.mend();

    await().atMost(Duration.ofSeconds(20)).until(joined.lease()::holds);
    await().untilAsserted(() -> assertThat(events).containsExactly("lost", "regained"));
    assertThat(joined.claims().stands(before)).isFalse();
    var after = joined.claims().claim(ALICE, NODE).await();
    assertThat(after.term()).isGreaterThan(before.term());
    assertThat(after.takenFrom()).isEmpty();
  }

  /** Whatever the node's own clock says. */
  @Test
  void theDatabaseSaysWhenALeaseIsOver() {
    var joined = join();
    var claim = joined.claims().claim(ALICE, NODE).await();

    nodes.expire(NODE.text());

    await().atMost(Duration.ofSeconds(20)).until(() -> events.contains("regained"));
    assertThat(events.getFirst()).isEqualTo("lost");
    assertThat(joined.claims().stands(claim)).isFalse();
  }

  /** A lease that is over for long is deleted, and a failover may lose the latest. */
  @Test
  void aTermIsNewEvenIfTheDatabaseHasForgottenTheLast() {
    var joined = join();
    var before = joined.claims().claim(ALICE, NODE).await();

    nodes.forgetLease(NODE.text());

    await().atMost(Duration.ofSeconds(20)).until(() -> events.contains("regained"));
    var after = joined.claims().claim(ALICE, NODE).await();
    assertThat(after.term()).isGreaterThan(before.term());
    assertThat(joined.claims().stands(before)).isFalse();
  }

  @Test
  void aNodeThatLeavesIsNotWaitedFor() {
    var claim = join().claims().claim(ALICE, NODE).await();

    store.close().await();

    assertThat(nodes.isAlive(NODE.text())).isFalse();
    var next = direct.join(OTHER, SHORT).await().claims().claim(ALICE, OTHER).await();
    assertThat(next.takenFrom()).isEmpty();
    assertThat(next.epoch()).isGreaterThan(claim.epoch());
  }

  @Test
  void aNodeDoesNotJoinWithoutTheDatabase() {
    relay.cut();

    assertThatThrownBy(() -> store.join(NODE, SHORT).await())
        .isInstanceOf(StoreUnavailableException.class);
  }
}
