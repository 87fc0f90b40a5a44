package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.json.JsonObject;

/** How values travel on the event bus. A field that is missing fails the reader, not the bus. */
final class BusMessages {

  private BusMessages() {}

  static JsonObject toJson(NodeLoad load) {
    return new JsonObject()
        .put("node", load.node().text())
        .put("sessions", load.sessions())
        .put("backlog", load.backlog())
        .put("draining", load.draining());
  }

  static NodeLoad load(JsonObject json) {
    return new NodeLoad(
        new NodeId(json.getString("node")),
        json.getInteger("sessions"),
        json.getInteger("backlog"),
        json.getBoolean("draining"));
  }

  static JsonObject toJson(Handoff handoff) {
    return new JsonObject()
        .put("handle", handoff.handle().address())
        .put("dialect", handoff.dialect())
        .put("client", handoff.clientAddress());
  }

  static Handoff handoff(JsonObject json) {
    return new Handoff(
        new Handle(json.getString("handle")), json.getString("dialect"), json.getString("client"));
  }

  static JsonObject toJson(Admission admission) {
    return switch (admission) {
      case Admission.Admitted(var address) -> new JsonObject().put("admitted", address.toString());
      case Admission.Declined(var reason) -> new JsonObject().put("declined", reason);
    };
  }

  static Admission admission(JsonObject json) {
    return json.containsKey("admitted")
        ? new Admission.Admitted(HostPort.parse(json.getString("admitted")))
        : new Admission.Declined(json.getString("declined"));
  }
}
