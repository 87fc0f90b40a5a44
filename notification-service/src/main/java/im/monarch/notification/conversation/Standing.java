package im.monarch.notification.conversation;

import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.sessions.SessionClaims;
import im.monarch.notification.conversation.NsState.Ended;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.NsMessage;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * Keeps a session from answering that may be somebody else's by now, because its node could not
 * renew its lease or stood still for a while: it ends without a word, and the client comes back to
 * a node that may serve it.
 */
final class Standing {

  private final SessionClaims claims;

  Standing(SessionClaims claims) {
    this.claims = claims;
  }

  /** Takes {@code turn} if the session may go on, and lets it answer if it still may then. */
  Future<Step<NsState, NsMessage>> during(
      NsState state, Supplier<Future<Step<NsState, NsMessage>>> turn) {
    return isOver(state)
        ? succeededFuture(Step.to(Ended.after(state)))
        : turn.get().map(step -> isOver(step.next()) ? Step.to(Ended.after(step.next())) : step);
  }

  private boolean isOver(NsState state) {
    return state instanceof SignedIn session && !claims.stands(session.claim());
  }
}
