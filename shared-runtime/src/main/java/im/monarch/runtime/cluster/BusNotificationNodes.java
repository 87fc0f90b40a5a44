package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.nodes.NotificationNodes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The notification nodes as a dispatch server hears of them on the event bus. */
public final class BusNotificationNodes implements NotificationNodes {

  /** A node that has not said a word for so long is taken for gone. */
  private static final Duration SILENCE = Duration.ofMillis(3_500);

  private static final Duration ANSWER_WITHIN = Duration.ofMillis(1_500);

  private record Heard(NodeLoad load, long at) {}

  private final Vertx vertx;
  private final Map<NodeId, Heard> heard = new ConcurrentHashMap<>();
  private final MessageConsumer<JsonObject> loads;

  private BusNotificationNodes(Vertx vertx) {
    this.vertx = vertx;
    this.loads = vertx.eventBus().consumer(BusAddresses.LOADS, load -> hear(load.body()));
  }

  /** Begins to listen, and asks every node to say where it stands. */
  public static Future<BusNotificationNodes> listen(Vertx vertx) {
    var nodes = new BusNotificationNodes(vertx);
    return nodes
        .loads
        .completion()
        .onSuccess(ready -> vertx.eventBus().publish(BusAddresses.ROLL_CALL, new JsonObject()))
        .map(nodes);
  }

  @Override
  public Collection<NodeLoad> loads() {
    long now = System.nanoTime();
    heard.values().removeIf(node -> now - node.at() > SILENCE.toNanos());
    return heard.values().stream().map(Heard::load).toList();
  }

  @Override
  public Future<Admission> offer(NodeId node, Handoff handoff) {
    return vertx
        .eventBus()
        .<JsonObject>request(
            BusAddresses.handoffs(node),
            BusMessages.toJson(handoff),
            new DeliveryOptions().setSendTimeout(ANSWER_WITHIN.toMillis()))
        .map(answer -> BusMessages.admission(answer.body()));
  }

  private void hear(JsonObject json) {
    var load = BusMessages.load(json);
    heard.put(load.node(), new Heard(load, System.nanoTime()));
  }
}
