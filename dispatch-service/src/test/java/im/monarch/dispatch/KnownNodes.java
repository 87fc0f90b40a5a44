package im.monarch.dispatch;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.nodes.NotificationNodes;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Notification nodes that answer what a test has them answer. */
final class KnownNodes implements NotificationNodes {

  private final Map<NodeId, NodeLoad> loads = new LinkedHashMap<>();
  private final Map<NodeId, Admission> answers = new LinkedHashMap<>();
  private final List<NodeId> asked = new ArrayList<>();
  private final List<Handoff> handoffs = new ArrayList<>();

  /** A node with so many sessions that answers so. */
  KnownNodes with(String node, int sessions, Admission answer) {
    silent(node, sessions);
    answers.put(new NodeId(node), answer);
    return this;
  }

  /** A node that does not answer. */
  KnownNodes silent(String node, int sessions) {
    var id = new NodeId(node);
    loads.put(id, new NodeLoad(id, sessions, 0, false));
    return this;
  }

  KnownNodes draining(String node, Admission answer) {
    var id = new NodeId(node);
    loads.put(id, new NodeLoad(id, 0, 0, true));
    answers.put(id, answer);
    return this;
  }

  List<String> asked() {
    return asked.stream().map(NodeId::text).toList();
  }

  List<Handoff> handoffs() {
    return handoffs;
  }

  @Override
  public Collection<NodeLoad> loads() {
    return loads.values();
  }

  @Override
  public Future<Admission> offer(NodeId node, Handoff handoff) {
    asked.add(node);
    handoffs.add(handoff);
    return answers.containsKey(node)
        ? Future.succeededFuture(answers.get(node))
        : Future.failedFuture(new TimeoutException("no answer"));
  }
}
