package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.switchboards.Guest;
import im.monarch.domain.switchboards.Reservation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes one switchboard node known to the notification servers: says every second how busy it is,
 * and answers when they ask for a session.
 */
public final class SwitchboardBeacon {

  private final Standing<JsonObject> reservations;
  private final Announcer announcer;

  private SwitchboardBeacon(Standing<JsonObject> reservations, Announcer announcer) {
    this.reservations = reservations;
    this.announcer = announcer;
  }

  /**
   * Lights the beacon.
   *
   * @param load how busy the node is now; called on an event loop
   * @param desk grants or declines a session, without waiting
   */
  public static Future<SwitchboardBeacon> light(
      Vertx vertx, Supplier<NodeLoad> load, Function<Guest, Reservation> desk) {
    var reservations =
        Questions.answer(
            vertx,
            BusAddresses.reservations(load.get().node()),
            guest ->
                Future.succeededFuture(
                    SwitchboardMessages.toJson(desk.apply(SwitchboardMessages.guest(guest)))));
    return reservations
        .completion()
        .compose(registered -> Announcer.begin(vertx, BusAddresses.SWITCHBOARD, load))
        .map(announcer -> new SwitchboardBeacon(reservations, announcer));
  }

  /** Grants no more sessions; notification servers forget the node within seconds. */
  public Future<Void> extinguish() {
    return Future.all(reservations.end(), announcer.end()).mapEmpty();
  }
}
