package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** What the nodes of one kind last said about how busy they are. Safe on any thread. */
final class LoadBoard {

  /** A node that has not said a word for so long is taken for gone. */
  private static final Duration SILENCE = Duration.ofMillis(3_500);

  private record Heard(NodeLoad load, long at) {}

  private final Map<NodeId, Heard> heard = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;
  private final Standing<JsonObject> loads;

  private LoadBoard(Vertx vertx, BusAddresses.Roll roll, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.loads = Standing.at(vertx, roll.loads(), load -> hear(load.body()));
  }

  /** Begins to listen, and asks every node to say where it stands. */
  static Future<LoadBoard> listen(Vertx vertx, BusAddresses.Roll roll) {
    return listen(vertx, roll, System::nanoTime);
  }

  static Future<LoadBoard> listen(Vertx vertx, BusAddresses.Roll roll, LongSupplier nanoTime) {
    var board = new LoadBoard(vertx, roll, nanoTime);
    return board
        .loads
        .completion()
        .onSuccess(ready -> vertx.eventBus().publish(roll.call(), new JsonObject()))
        .map(board);
  }

  /** Every node that was heard of lately, in no order. */
  Collection<NodeLoad> loads() {
    long now = nanoTime.getAsLong();
    heard.values().removeIf(node -> now - node.at() > SILENCE.toNanos());
    return heard.values().stream().map(Heard::load).toList();
  }

  /** Somebody got no answer from {@code node}: nobody else should wait for it until it speaks. */
  void doubt(NodeId node) {
    heard.remove(node);
  }

  private void hear(JsonObject json) {
    var load = BusMessages.load(json);
    heard.put(load.node(), new Heard(load, nanoTime.getAsLong()));
  }
}
