package im.monarch.domain.nodes;

import io.vertx.core.Future;
import java.util.Collection;

/** The notification nodes that a dispatch server can hand sign-ins to. */
public interface NotificationNodes {

  /** Every node that was heard of lately, in no order. */
  Collection<NodeLoad> loads();

  /** Offers a sign-in to {@code node}; fails when it does not answer in time. */
  Future<Admission> offer(NodeId node, Handoff handoff);
}
