package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeLoad;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;

/** Says every second, and whenever it is asked, how busy a node is. */
final class Announcer {

  private static final long PERIOD = 1_000;

  private final Vertx vertx;
  private final BusAddresses.Roll roll;
  private final Supplier<NodeLoad> load;
  private final MessageConsumer<JsonObject> calls;
  private final long timer;

  private Announcer(Vertx vertx, BusAddresses.Roll roll, Supplier<NodeLoad> load) {
    this.vertx = vertx;
    this.roll = roll;
    this.load = load;
    this.calls = vertx.eventBus().consumer(roll.call(), call -> announce());
    this.timer = vertx.setPeriodic(PERIOD, tick -> announce());
  }

  /** Begins, at once. */
  static Future<Announcer> begin(Vertx vertx, BusAddresses.Roll roll, Supplier<NodeLoad> load) {
    var announcer = new Announcer(vertx, roll, load);
    return announcer
        .calls
        .completion()
        .onSuccess(registered -> announcer.announce())
        .map(announcer);
  }

  /** Says nothing more. */
  Future<Void> end() {
    vertx.cancelTimer(timer);
    return calls.unregister();
  }

  private void announce() {
    vertx.eventBus().publish(roll.loads(), BusMessages.toJson(load.get()));
  }
}
