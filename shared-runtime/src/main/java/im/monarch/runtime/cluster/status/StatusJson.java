package im.monarch.runtime.cluster.status;

import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.cluster.status.NodeStatus.Counts;
import im.monarch.runtime.cluster.status.NodeStatus.Identity;
import im.monarch.runtime.cluster.status.NodeStatus.Lease;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How it is written: on the bus, and for operators. */
final class StatusJson {

  private StatusJson() {}

  /** Durations in microseconds; what is not known is left out. */
  static JsonObject toJson(NodeStatus status) {
    var identity = status.identity();
    var json =
        new JsonObject()
            .put("node", identity.node().text())
            .put("name", identity.name())
            .put("version", identity.version())
            .put("roles", new JsonArray(identity.roles()))
            .put("ready", status.ready())
            .put("draining", status.draining())
            .put("sessions", status.counts().sessions())
            .put("backlog", status.counts().backlog())
            .put("switchboards", status.counts().switchboards())
            .put("well", status.isWell());
    status.lease().ifPresent(lease -> json.put("lease", lease.name().toLowerCase(Locale.ROOT)));
    status
        .roundTrip()
        .ifPresent(time -> json.put("busRoundTripMicros", time.toNanos() / 1_000));
    return json;
  }

  static NodeStatus status(JsonObject json) {
    return new NodeStatus(
        new Identity(
            new NodeId(json.getString("node")),
            json.getString("name"),
            json.getString("version"),
            json.getJsonArray("roles").stream().map(Object::toString).toList()),
        json.getBoolean("ready"),
        json.getBoolean("draining"),
        new Counts(
            json.getInteger("sessions"),
            json.getInteger("backlog"),
            json.getInteger("switchboards")),
        Optional.ofNullable(json.getString("lease"))
            .map(word -> Lease.valueOf(word.toUpperCase(Locale.ROOT))),
        Optional.ofNullable(json.getLong("busRoundTripMicros"))
            .map(micros -> Duration.ofNanos(micros * 1_000)));
  }
}
