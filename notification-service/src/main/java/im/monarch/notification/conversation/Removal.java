package im.monarch.notification.conversation;

import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.sessions.News;
import im.monarch.notification.conversation.NsState.Ended;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.notification.node.Gate;
import im.monarch.protocol.command.DsMessage.XfrNs;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsMessage.Recalled;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Peer;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;

/**
 * This server goes down, and one of its users goes on at another one (protocol notes, 3.5). A
 * client that does not follow XFR without having asked for it sees the connection close, as after
 * {@code OUT SSD}, and comes back by way of dispatch.
 */
final class Removal {

  /** When clients that can be told are to come back, in minutes: there is no shorter time. */
  private static final int UNTIL_ANOTHER_IS_THERE = 1;

  private final Gate gate;
  private final Peer<News> peer;

  Removal(Gate gate, Peer<News> peer) {
    this.gate = gate;
    this.peer = peer;
  }

  /** To a server that expects them; without one there is the reason, or when to come back. */
  Future<Step<NsState, NsMessage>> moveOn(SignedIn session) {
    return gate.next(new Handoff(session.handle(), session.dialect().name(), peer.host()))
        .map(
            there ->
                there
                    .<NsMessage>map(
                        address -> new XfrNs(TrId.ASYNCHRONOUS, address, gate.address().get()))
                    .orElseGet(() -> new Recalled(UNTIL_ANOTHER_IS_THERE)))
        .map(last -> Step.<NsState, NsMessage>to(Ended.after(session), last));
  }
}
