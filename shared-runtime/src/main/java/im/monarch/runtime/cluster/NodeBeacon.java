package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.nodes.NodeLoad;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes one notification node known to the dispatch servers: says every second how busy it is, and
 * answers the sign-ins they offer.
 */
public final class NodeBeacon {

  private static final long PERIOD = 1_000;

  private final Vertx vertx;
  private final Supplier<NodeLoad> load;
  private final MessageConsumer<JsonObject> handoffs;
  private final MessageConsumer<JsonObject> rollCalls;
  private final long timer;

  private NodeBeacon(Vertx vertx, Supplier<NodeLoad> load, Function<Handoff, Admission> door) {
    this.vertx = vertx;
    this.load = load;
    this.handoffs =
        vertx
            .eventBus()
            .consumer(
                BusAddresses.handoffs(load.get().node()),
                offer ->
                    offer.reply(
                        BusMessages.toJson(door.apply(BusMessages.handoff(offer.body())))));
    this.rollCalls = vertx.eventBus().consumer(BusAddresses.ROLL_CALL, call -> announce());
    this.timer = vertx.setPeriodic(PERIOD, tick -> announce());
  }

  /**
   * Lights the beacon.
   *
   * @param load how busy the node is now; called on an event loop
   * @param door admits or declines a sign-in, without waiting
   */
  public static Future<NodeBeacon> light(
      Vertx vertx, Supplier<NodeLoad> load, Function<Handoff, Admission> door) {
    var beacon = new NodeBeacon(vertx, load, door);
    return Future.all(beacon.handoffs.completion(), beacon.rollCalls.completion())
        .onSuccess(registered -> beacon.announce())
        .map(beacon);
  }

  /** Takes no more sign-ins; dispatch servers forget the node within seconds. */
  public Future<Void> extinguish() {
    vertx.cancelTimer(timer);
    return Future.all(handoffs.unregister(), rollCalls.unregister()).mapEmpty();
  }

  private void announce() {
    vertx.eventBus().publish(BusAddresses.LOADS, BusMessages.toJson(load.get()));
  }
}
