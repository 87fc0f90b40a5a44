package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.switchboards.Bell;
import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.RingAnswer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/** Invites people by way of the event bus. */
public final class BusBell implements Bell {

  private final Vertx vertx;
  private final LoadBoard notificationNodes;

  private BusBell(Vertx vertx, LoadBoard notificationNodes) {
    this.vertx = vertx;
    this.notificationNodes = notificationNodes;
  }

  /** For a switchboard node. */
  public static Future<BusBell> hang(Vertx vertx) {
    return LoadBoard.listen(vertx, BusAddresses.NOTIFICATION)
        .map(board -> new BusBell(vertx, board));
  }

  /**
   * For a notification node.
   *
   * @param door lets the session of the callee decide, or says that there is none
   */
  public static Future<Void> listen(
      Vertx vertx, NodeId node, Function<Invitation, Future<RingAnswer>> door) {
    Standing<JsonObject> rings =
        Questions.answer(
            vertx,
            BusAddresses.rings(node),
            invitation ->
                door.apply(SwitchboardMessages.invitation(invitation))
                    .map(SwitchboardMessages::toJson));
    return rings.completion();
  }

  @Override
  public Future<RingAnswer> ring(Optional<NodeId> node, Invitation invitation) {
    return node.or(this::anyNode)
        .map(there -> ring(there, invitation))
        .orElse(Future.succeededFuture(new RingAnswer.NotReachable()));
  }

  private Future<RingAnswer> ring(NodeId node, Invitation invitation) {
    return Questions.ask(vertx, BusAddresses.rings(node), SwitchboardMessages.toJson(invitation))
        .map(SwitchboardMessages::answer);
  }

  /** For somebody who is nowhere: which node says so does not matter. */
  private Optional<NodeId> anyNode() {
    return notificationNodes.loads().stream().map(NodeLoad::node).findAny();
  }
}
