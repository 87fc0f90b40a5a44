package im.monarch.notification.conversation;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.switchboards.Guest;
import im.monarch.domain.switchboards.Reservation;
import im.monarch.domain.switchboards.SwitchboardNodes;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Switchboard nodes that say what they were told to; none at first. */
final class FakeSwitchboards implements SwitchboardNodes {

  /** Who wanted to begin a session. */
  final List<Guest> guests = new ArrayList<>();

  /** Which nodes were asked, in order. */
  final List<NodeId> asked = new ArrayList<>();

  private final Map<NodeId, Future<Reservation>> answers = new LinkedHashMap<>();

  FakeSwitchboards with(String node, Reservation answer) {
    answers.put(new NodeId(node), Future.succeededFuture(answer));
    return this;
  }

  /** One that does not answer. */
  FakeSwitchboards silent(String node) {
    answers.put(new NodeId(node), Future.failedFuture("no answer"));
    return this;
  }

  @Override
  public Collection<NodeLoad> loads() {
    return answers.keySet().stream().map(node -> new NodeLoad(node, 0, 0, false)).toList();
  }

  @Override
  public Future<Reservation> reserve(NodeId node, Guest guest) {
    asked.add(node);
    guests.add(guest);
    return answers.get(node);
  }
}
