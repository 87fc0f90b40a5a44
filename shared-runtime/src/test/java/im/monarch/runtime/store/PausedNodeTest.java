package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.nodes.NodeId;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that stands still for longer than its lease, in the middle of what it does. */
class PausedNodeTest {

  private static final NodeId OTHER = new NodeId("other");
  private static final int ROUNDS = 3;

  private final Vertx vertx = Vertx.vertx();
  private PostgresServer database;
  private Store store;

  @BeforeEach
  void open() throws Exception {
    database = Postgres.freshDatabase();
    store = Store.open(vertx, StoreConfig.of(database)).await();
    TroubleContract.register(store);
  }

  @AfterEach
  void close() {
    store.close().await();
    vertx.close().await();
  }

  @Test
  void whatItAcknowledgesAfterwardsIsNothing() throws Exception {
    var other = store.join(OTHER, Nodes.LONG).await();
    for (int round = 0; round < ROUNDS; round++) {
      try (var child = new ChildNode(database)) {
        long acknowledged = Long.parseLong(child.nextLine());
        for (int i = 0; i < 50; i++) {
          acknowledged = Long.parseLong(child.nextLine());
        }

        child.stop();
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> !new Nodes(store).isAlive(ChildNode.NODE.text()));
        var claim =
            await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .until(
                    () -> other.claims().claim(TroubleContract.ALICE, OTHER).await(),
                    taken -> taken.epoch() > 0);
        long taken = version();
        child.goOn();

        assertThat(claim.takenFrom()).isEmpty();
        assertThat(lastWords(child)).allMatch(version -> version <= taken);
        assertThat(version()).isEqualTo(taken).isGreaterThanOrEqualTo(acknowledged);
      }
    }
  }

  /** What it said until it noticed. */
  private static List<Long> lastWords(ChildNode child) throws Exception {
    var versions = new ArrayList<Long>();
    for (var line = child.nextLine(); !line.equals(ChildNode.OVER); line = child.nextLine()) {
      assertThat(line).isNotEmpty();
      if (!line.equals("unavailable")) {
        versions.add(Long.parseLong(line));
      }
    }
    return versions;
  }

  private long version() {
    return store.rosters().load(TroubleContract.ALICE).await().orElseThrow().version().number();
  }
}
