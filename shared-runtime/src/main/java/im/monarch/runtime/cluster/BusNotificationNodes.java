package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.nodes.NotificationNodes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;

/** The notification nodes as a dispatch server hears of them on the event bus. */
public final class BusNotificationNodes implements NotificationNodes {

  private final Vertx vertx;
  private final LoadBoard board;

  private BusNotificationNodes(Vertx vertx, LoadBoard board) {
    this.vertx = vertx;
    this.board = board;
  }

  /** Begins to listen, and asks every node to say where it stands. */
  public static Future<BusNotificationNodes> listen(Vertx vertx) {
    return LoadBoard.listen(vertx, BusAddresses.NOTIFICATION)
        .map(board -> new BusNotificationNodes(vertx, board));
  }

  @Override
  public Collection<NodeLoad> loads() {
    return board.loads();
  }

  @Override
  public Future<Admission> offer(NodeId node, Handoff handoff) {
    return Questions.ask(vertx, BusAddresses.handoffs(node), BusMessages.toJson(handoff))
        .onFailure(silence -> board.doubt(node))
        .map(BusMessages::admission);
  }
}
