package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.switchboards.Guest;
import im.monarch.domain.switchboards.Reservation;
import im.monarch.domain.switchboards.SwitchboardNodes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;

/** The switchboard nodes as a notification server hears of them on the event bus. */
public final class BusSwitchboardNodes implements SwitchboardNodes {

  private final Vertx vertx;
  private final LoadBoard board;

  private BusSwitchboardNodes(Vertx vertx, LoadBoard board) {
    this.vertx = vertx;
    this.board = board;
  }

  /** Begins to listen, and asks every node to say where it stands. */
  public static Future<BusSwitchboardNodes> listen(Vertx vertx) {
    return LoadBoard.listen(vertx, BusAddresses.SWITCHBOARD)
        .map(board -> new BusSwitchboardNodes(vertx, board));
  }

  @Override
  public Collection<NodeLoad> loads() {
    return board.loads();
  }

  @Override
  public Future<Reservation> reserve(NodeId node, Guest guest) {
    return Questions.ask(vertx, BusAddresses.reservations(node), SwitchboardMessages.toJson(guest))
        .onFailure(silence -> board.doubt(node))
        .map(SwitchboardMessages::reservation);
  }
}
