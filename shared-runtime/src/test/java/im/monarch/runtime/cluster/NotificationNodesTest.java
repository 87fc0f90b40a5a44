package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.Admission.Admitted;
import im.monarch.domain.nodes.Admission.Declined;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.junit5.VertxExtension;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class NotificationNodesTest {

  private static final NodeId NODE = new NodeId("node-1");
  private static final NodeId OTHER = new NodeId("node-2");
  private static final NodeLoad IDLE = new NodeLoad(NODE, 0, 0, false);
  private static final HostPort ADDRESS = new HostPort("10.0.0.5", 1863);
  private static final Handoff HANDOFF =
      new Handoff(new Handle("alice@example.com"), "MSNP9", "192.0.2.7");

  @Test
  void aNodeThatIsThereAlreadyIsHeardOf(Vertx vertx) {
    get(NodeBeacon.light(vertx, () -> IDLE, handoff -> new Admitted(ADDRESS)));

    var nodes = get(BusNotificationNodes.listen(vertx));

    await().until(() -> nodes.loads().contains(IDLE));
  }

  @Test
  void aNodeThatComesLaterIsHeardOf(Vertx vertx) {
    var nodes = get(BusNotificationNodes.listen(vertx));

    get(NodeBeacon.light(vertx, () -> IDLE, handoff -> new Admitted(ADDRESS)));

    await().until(() -> nodes.loads().contains(IDLE));
  }

  @Test
  void aNodeSaysAgainAndAgainHowBusyItIs(Vertx vertx) {
    var nodes = get(BusNotificationNodes.listen(vertx));
    var sessions = new AtomicInteger();

    get(
        NodeBeacon.light(
            vertx,
            () -> new NodeLoad(NODE, sessions.incrementAndGet(), 7, true),
            handoff -> new Declined("draining")));

    await()
        .until(
            () ->
                nodes.loads().stream()
                    .anyMatch(
                        load -> load.sessions() > 2 && load.backlog() == 7 && load.draining()));
  }

  @Test
  void everyNodeIsHeardOfOnce(Vertx vertx) {
    get(NodeBeacon.light(vertx, () -> IDLE, handoff -> new Admitted(ADDRESS)));
    get(
        NodeBeacon.light(
            vertx, () -> new NodeLoad(OTHER, 5, 0, false), handoff -> new Admitted(ADDRESS)));

    var nodes = get(BusNotificationNodes.listen(vertx));

    await()
        .untilAsserted(
            () ->
                assertThat(nodes.loads())
                    .extracting(NodeLoad::node)
                    .containsExactlyInAnyOrder(NODE, OTHER));
  }

  @Test
  void aNodeAdmitsOrDeclinesWhatItIsOffered(Vertx vertx) {
    var offered = new AtomicReference<Handoff>();
    get(
        NodeBeacon.light(
            vertx,
            () -> IDLE,
            handoff -> {
              offered.set(handoff);
              return new Admitted(ADDRESS);
            }));
    get(
        NodeBeacon.light(
            vertx, () -> new NodeLoad(OTHER, 0, 0, false), handoff -> new Declined("full")));
    var nodes = get(BusNotificationNodes.listen(vertx));

    assertThat(get(nodes.offer(NODE, HANDOFF))).isEqualTo(new Admitted(ADDRESS));
    assertThat(get(nodes.offer(OTHER, HANDOFF))).isEqualTo(new Declined("full"));
    assertThat(offered).hasValue(HANDOFF);
  }

  @Test
  void anOfferToNobodyFails(Vertx vertx) {
    var nodes = get(BusNotificationNodes.listen(vertx));

    var offer = nodes.offer(NODE, HANDOFF);

    await().until(offer::isComplete);
    assertThat(offer.cause()).isInstanceOf(ReplyException.class);
  }

  @Test
  void anOfferToANodeThatDoesNotAnswerFails(Vertx vertx) {
    var asked = new AtomicInteger();
    vertx.eventBus().consumer(BusAddresses.handoffs(NODE), offer -> asked.incrementAndGet());
    var nodes = get(BusNotificationNodes.listen(vertx));

    var offer = nodes.offer(NODE, HANDOFF);

    await().until(offer::isComplete);
    assertThat(offer.failed()).isTrue();
    assertThat(asked).hasValue(1);
  }

  @Test
  void aNodeWhoseBeaconIsOutTakesNobody(Vertx vertx) {
    var beacon = get(NodeBeacon.light(vertx, () -> IDLE, handoff -> new Admitted(ADDRESS)));
    var nodes = get(BusNotificationNodes.listen(vertx));

    get(beacon.extinguish());

    var offer = nodes.offer(NODE, HANDOFF);
    await().until(offer::isComplete);
    assertThat(offer.failed()).isTrue();
  }

  @Test
  void aNodeThatFallsSilentIsForgotten(Vertx vertx) {
    var now = new AtomicLong();
    var board = get(LoadBoard.listen(vertx, BusAddresses.NOTIFICATION, now::get));
    say(vertx, IDLE);
    await().until(() -> board.loads().contains(IDLE));

    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(3_500));
    assertThat(board.loads()).containsExactly(IDLE);
    now.addAndGet(1);

    assertThat(board.loads()).isEmpty();
  }

  @Test
  void aNodeThatSpeaksAgainIsHeardOfAgain(Vertx vertx) {
    var now = new AtomicLong();
    var board = get(LoadBoard.listen(vertx, BusAddresses.NOTIFICATION, now::get));
    say(vertx, IDLE);
    await().until(() -> board.loads().contains(IDLE));
    now.addAndGet(TimeUnit.MINUTES.toNanos(1));
    assertThat(board.loads()).isEmpty();

    say(vertx, IDLE);

    await().until(() -> board.loads().contains(IDLE));
  }

  @Test
  void whatCrossesTheBusComesBack() {
    var load = new NodeLoad(NODE, 3, 4, true);
    var ipv6 = new Admitted(new HostPort("::1", 1863));

    assertThat(BusMessages.load(BusMessages.toJson(load))).isEqualTo(load);
    assertThat(BusMessages.handoff(BusMessages.toJson(HANDOFF))).isEqualTo(HANDOFF);
    assertThat(BusMessages.admission(BusMessages.toJson((Admission) ipv6))).isEqualTo(ipv6);
    assertThat(BusMessages.admission(BusMessages.toJson(new Declined("full"))))
        .isEqualTo(new Declined("full"));
  }

  private static void say(Vertx vertx, NodeLoad load) {
    vertx.eventBus().publish(BusAddresses.NOTIFICATION.loads(), BusMessages.toJson(load));
  }

  private static <T> T get(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
