package im.monarch.switchboard.conversation;

import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.switchboards.Guest;
import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.Purpose.Answering;
import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.domain.switchboards.RingAnswer.NotReachable;
import im.monarch.domain.switchboards.RingAnswer.Rung;
import im.monarch.protocol.command.SbMessage;
import im.monarch.protocol.command.SbRequest.Cal;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.runtime.connection.Step;
import im.monarch.switchboard.conversation.SbState.Present;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CAL: invites somebody. Their own session decides whether they are rung; a caller who may not ring
 * them gets what a caller of nobody gets.
 */
final class Calls {

  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

  private final SbServices services;

  Calls(SbServices services) {
    this.services = services;
  }

  Future<Step<SbState, SbMessage>> call(Present state, Cal cal) {
    return state
        .switchboard()
        .invite(cal.handle())
        .compose(
            reply ->
                switch (reply) {
                  case EXPECTED -> ring(state, cal);
                  case ALREADY_THERE -> refuse(state, cal, ErrorCode.ALREADY_THERE);
                  case FULL -> refuse(state, cal, ErrorCode.TOO_ACTIVE);
                });
  }

  private Future<Step<SbState, SbMessage>> ring(Present state, Cal cal) {
    if (!state.failures().has(System.nanoTime())) {
      return withdraw(state, cal, ErrorCode.TOO_ACTIVE);
    }
    var invitation = invitation(state, cal.handle());
    return answerTo(invitation)
        .compose(
            answer ->
                switch (answer) {
                  case Rung(var callee) -> confirm(state, cal, callee);
                  case NotReachable no -> fail(state, cal, invitation);
                })
        .recover(fault -> breakOff(state, cal, invitation, fault));
  }

  private Invitation invitation(Present state, Handle callee) {
    var caller = state.self().participant();
    var session = state.switchboard().id();
    var key = services.keys().issue(callee, new Answering(session));
    return new Invitation(
        session, services.address().get(), key, caller.handle(), caller.name(), callee);
  }

  /** A node that does not answer is nobody's fault, and to the caller nobody is there. */
  private Future<RingAnswer> answerTo(Invitation invitation) {
    var callee = invitation.callee();
    return services
        .directory()
        .find(List.of(callee))
        .map(found -> Optional.ofNullable(found.get(callee)).map(Whereabouts::node))
        .compose(node -> services.bell().ring(node, invitation).otherwise(new NotReachable()));
  }

  private static Future<Step<SbState, SbMessage>> confirm(Present state, Cal cal, Guest callee) {
    state.failures().restore(System.nanoTime());
    var switchboard = state.switchboard();
    return switchboard
        .confirm(callee)
        .map(confirmed -> Step.to(state, new SbMessage.Ringing(cal.trId(), switchboard.id())));
  }

  private Future<Step<SbState, SbMessage>> fail(Present state, Cal cal, Invitation invitation) {
    state.failures().use(1, System.nanoTime());
    services.keys().revoke(invitation.key());
    return withdraw(state, cal, ErrorCode.NOT_ONLINE);
  }

  private Future<Step<SbState, SbMessage>> breakOff(
      Present state, Cal cal, Invitation invitation, Throwable fault) {
    LOG.atWarn().setCause(fault).log("an invitation got lost");
    services.keys().revoke(invitation.key());
    return withdraw(state, cal, ErrorCode.SWITCHBOARD_FAILED);
  }

  private static Future<Step<SbState, SbMessage>> withdraw(Present state, Cal cal, ErrorCode code) {
    return state
        .switchboard()
        .withdraw(cal.handle())
        .compose(withdrawn -> refuse(state, cal, code));
  }

  private static Future<Step<SbState, SbMessage>> refuse(Present state, Cal cal, ErrorCode code) {
    return succeededFuture(Step.to(state, new SbMessage.Refusal(code, cal.trId())));
  }
}
