package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.cluster.news.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.time.Duration;
import java.util.function.Function;

/** Bytes from node to node over the event bus, by the one address that every node has. */
final class NodeBus implements Wire {

  private static final Duration ANSWER_WITHIN = Duration.ofMillis(1_200);
  private static final DeliveryOptions PATIENCE =
      new DeliveryOptions().setSendTimeout(ANSWER_WITHIN.toMillis());

  private static final int FAULT = 500;

  private final Vertx vertx;
  private final NodeId self;

  NodeBus(Vertx vertx, NodeId self) {
    this.vertx = vertx;
    this.self = self;
  }

  @Override
  public Future<Buffer> ask(NodeId node, Buffer question) {
    return vertx
        .eventBus()
        .<Buffer>request(BusAddresses.node(node), question, PATIENCE)
        .map(Message::body);
  }

  /** Begins to answer, until the bus is closed. */
  Future<Void> answer(Function<Buffer, Future<Buffer>> answers) {
    return Standing.<Buffer>at(
            vertx,
            BusAddresses.node(self),
            question ->
                answers
                    .apply(question.body())
                    .onComplete(
                        question::reply,
                        fault -> question.fail(FAULT, String.valueOf(fault.getMessage()))))
        .completion();
  }
}
