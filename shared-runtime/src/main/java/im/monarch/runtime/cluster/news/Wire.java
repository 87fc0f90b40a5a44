package im.monarch.runtime.cluster.news;

import im.monarch.domain.nodes.NodeId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** Asks other nodes, over something that may lose questions and answers. */
@FunctionalInterface
public interface Wire {

  /** The answer of {@code node}; fails when there is none within a second or two. */
  Future<Buffer> ask(NodeId node, Buffer question);
}
