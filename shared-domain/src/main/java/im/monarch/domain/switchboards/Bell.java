package im.monarch.domain.switchboards;

import im.monarch.domain.nodes.NodeId;
import io.vertx.core.Future;
import java.util.Optional;

/** Reaches the live session of somebody who is invited; the session decides what comes of it. */
public interface Bell {

  /**
   * Rings at {@code node}; fails when nobody answers in time.
   *
   * @param node where the callee is; if nobody knows, some node is asked all the same, so that the
   *     time it takes tells a caller nothing
   */
  Future<RingAnswer> ring(Optional<NodeId> node, Invitation invitation);
}
