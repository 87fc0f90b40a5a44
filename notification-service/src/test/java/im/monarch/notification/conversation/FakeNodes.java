package im.monarch.notification.conversation;

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

/** The notification nodes of a service, as one of them hears of them. */
final class FakeNodes implements NotificationNodes {

  final List<Handoff> offered = new ArrayList<>();
  private final Map<NodeId, Admission> nodes = new LinkedHashMap<>();

  void add(String node, Admission admission) {
    nodes.put(new NodeId(node), admission);
  }

  @Override
  public Collection<NodeLoad> loads() {
    return nodes.keySet().stream().map(node -> new NodeLoad(node, 0, 0, false)).toList();
  }

  @Override
  public Future<Admission> offer(NodeId node, Handoff handoff) {
    offered.add(handoff);
    return Future.succeededFuture(nodes.get(node));
  }
}
