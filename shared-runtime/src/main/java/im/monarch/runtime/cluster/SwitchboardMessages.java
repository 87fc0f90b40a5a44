package im.monarch.runtime.cluster;

import im.monarch.domain.switchboards.Guest;
import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.Key;
import im.monarch.domain.switchboards.Reservation;
import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.protocol.vocabulary.Participant;
import im.monarch.protocol.vocabulary.SwitchboardId;
import io.vertx.core.json.JsonObject;

/** How what leads to a conversation travels on the event bus. */
final class SwitchboardMessages {

  private SwitchboardMessages() {}

  static JsonObject toJson(Guest guest) {
    var participant = guest.participant();
    return new JsonObject()
        .put("handle", participant.handle().address())
        .put("name", participant.name().escaped())
        .put("capabilities", participant.capabilities().bits())
        .put("dialect", guest.dialect());
  }

  static Guest guest(JsonObject json) {
    return new Guest(
        new Participant(
            new Handle(json.getString("handle")),
            new FriendlyName(json.getString("name")),
            new Capabilities(json.getLong("capabilities"))),
        json.getString("dialect"));
  }

  static JsonObject toJson(Reservation reservation) {
    return switch (reservation) {
      case Reservation.Reserved(var address, var key) ->
          new JsonObject().put("address", address.toString()).put("key", key.text());
      case Reservation.Declined(var reason) -> new JsonObject().put("declined", reason);
    };
  }

  static Reservation reservation(JsonObject json) {
    return json.containsKey("key")
        ? new Reservation.Reserved(
            HostPort.parse(json.getString("address")), new Key(json.getString("key")))
        : new Reservation.Declined(json.getString("declined"));
  }

  static JsonObject toJson(Invitation invitation) {
    return new JsonObject()
        .put("session", invitation.session().number())
        .put("address", invitation.address().toString())
        .put("key", invitation.key().text())
        .put("caller", invitation.caller().address())
        .put("name", invitation.callerName().escaped())
        .put("callee", invitation.callee().address());
  }

  static Invitation invitation(JsonObject json) {
    return new Invitation(
        new SwitchboardId(json.getInteger("session")),
        HostPort.parse(json.getString("address")),
        new Key(json.getString("key")),
        new Handle(json.getString("caller")),
        new FriendlyName(json.getString("name")),
        new Handle(json.getString("callee")));
  }

  static JsonObject toJson(RingAnswer answer) {
    return switch (answer) {
      case RingAnswer.Rung(var callee) -> new JsonObject().put("rung", toJson(callee));
      case RingAnswer.NotReachable no -> new JsonObject();
    };
  }

  static RingAnswer answer(JsonObject json) {
    return json.containsKey("rung")
        ? new RingAnswer.Rung(guest(json.getJsonObject("rung")))
        : new RingAnswer.NotReachable();
  }
}
