package im.monarch.domain.switchboards;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import io.vertx.core.Future;
import java.util.Collection;

/** The switchboard nodes at which sessions can begin. */
public interface SwitchboardNodes {

  /** Every node that was heard of lately, in no order. */
  Collection<NodeLoad> loads();

  /** Asks {@code node} for a session that {@code guest} begins; fails when it does not answer. */
  Future<Reservation> reserve(NodeId node, Guest guest);
}
