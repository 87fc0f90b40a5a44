package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The directory says that Alice was at whatever node is gone. */
class ClearanceTest {

  private static final Duration GRACE = Duration.ofMillis(50);
  private static final NodeId HERE = new NodeId("here");
  private static final NodeId OTHER = new NodeId("other");
  private static final NodeId THIRD = new NodeId("third");
  private static final Map<Handle, Moment> GONE =
      Map.of(new Handle("alice@example.com"), new Moment(1, 0));

  private final Vertx vertx = Vertx.vertx();
  private final Context home = vertx.getOrCreateContext();
  private final Set<NodeId> there = ConcurrentHashMap.newKeySet();

  /** Those that were to stay, each time that the directory was cleared. */
  private final List<Set<NodeId>> clearings = new CopyOnWriteArrayList<>();

  private final List<News> told = new CopyOnWriteArrayList<>();
  private boolean eldest = true;
  private final Clearance clearance =
      new Clearance(
          vertx,
          new Clearance.Nodes(() -> there, () -> eldest),
          this::forget,
          GRACE,
          new Departures(told::add));

  ClearanceTest() {
    there.add(HERE);
  }

  private Future<Map<Handle, Moment>> forget(Set<NodeId> staying) {
    clearings.add(Set.copyOf(staying));
    return Future.succeededFuture(GONE);
  }

  @AfterEach
  void end() {
    vertx.close().await();
  }

  @Test
  void thePeopleOfANodeAreClearedAfterItsGrace() {
    home.runOnContext(now -> clearance.left(OTHER));

    await().until(() -> clearings.equals(List.of(Set.of(HERE))));
    await().until(() -> told.equals(List.of(new News.Departed(GONE))));
  }

  @Test
  void theGraceOfANodeThatLeavesTwiceBeginsAnew() {
    home.runOnContext(
        now -> {
          clearance.left(OTHER);
          clearance.joined(OTHER);
          clearance.left(OTHER);
          clearance.left(THIRD);
        });

    await().until(() -> !clearings.isEmpty() && clearings.getLast().equals(Set.of(HERE)));
    assertThat(clearings).containsExactly(Set.of(HERE, THIRD), Set.of(HERE));
  }

  @Test
  void aNodeThatCameBackIsNotCleared() {
    home.runOnContext(
        now -> {
          clearance.left(OTHER);
          clearance.joined(OTHER);
          there.add(OTHER);
          clearance.left(THIRD);
        });

    await().until(() -> clearings.equals(List.of(Set.of(HERE, OTHER))));
  }

  @Test
  void aNodeThatOthersAreOlderThanLeavesItToThem() {
    eldest = false;
    home.runOnContext(
        now -> {
          clearance.clear();
          eldest = true;
          clearance.clear();
        });

    await().until(() -> clearings.equals(List.of(Set.of(HERE))));
  }
}
