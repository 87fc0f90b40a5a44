package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.nodes.NodeLoad;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes one notification node known to the dispatch servers: says every second how busy it is, and
 * answers the sign-ins they offer.
 */
public final class NodeBeacon {

  private final Standing<JsonObject> handoffs;
  private final Announcer announcer;

  private NodeBeacon(Standing<JsonObject> handoffs, Announcer announcer) {
    this.handoffs = handoffs;
    this.announcer = announcer;
  }

  /**
   * Lights the beacon.
   *
   * @param load how busy the node is now; called on an event loop
   * @param door admits or declines a sign-in, without waiting
   */
  public static Future<NodeBeacon> light(
      Vertx vertx, Supplier<NodeLoad> load, Function<Handoff, Admission> door) {
    var handoffs =
        Questions.answer(
            vertx,
            BusAddresses.handoffs(load.get().node()),
            offer ->
                Future.succeededFuture(BusMessages.toJson(door.apply(BusMessages.handoff(offer)))));
    return handoffs
        .completion()
        .compose(registered -> Announcer.begin(vertx, BusAddresses.NOTIFICATION, load))
        .map(announcer -> new NodeBeacon(handoffs, announcer));
  }

  /** Takes no more sign-ins; dispatch servers forget the node within seconds. */
  public Future<Void> extinguish() {
    return Future.all(handoffs.end(), announcer.end()).mapEmpty();
  }
}
