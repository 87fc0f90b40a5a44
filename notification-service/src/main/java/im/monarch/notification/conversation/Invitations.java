package im.monarch.notification.conversation;

import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.limits.Allowance;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.Placement;
import im.monarch.domain.sessions.News;
import im.monarch.domain.switchboards.Guest;
import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.Reservation;
import im.monarch.domain.switchboards.Reservation.Declined;
import im.monarch.domain.switchboards.Reservation.Reserved;
import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.domain.switchboards.SwitchboardNodes;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.InvitationMessage;
import im.monarch.protocol.command.InvitationRequest.Xfr;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Participant;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * XFR SB and RNG: on the way to a conversation (protocol notes, 3.7). What happens in it is no
 * longer this server's business. Belongs to one connection.
 */
final class Invitations {

  private static final Logger LOG = LoggerFactory.getLogger(Invitations.class);

  /** A client waits half a minute; three nodes that do not answer take 4.5 seconds. */
  private static final int MOST_ASKED = 3;

  private final SwitchboardNodes switchboards;
  private final NsSettings settings;

  /** Made for the first conversation: most connections are idle most of the time. */
  private Optional<Allowance> allowance = Optional.empty();

  Invitations(NsServices services) {
    this.switchboards = services.switchboards();
    this.settings = services.settings();
  }

  /** XFR SB: a session and its key, from the first node that has one. */
  Future<Step<NsState, NsMessage>> transfer(SignedIn session, Xfr xfr) {
    if (!session.self().isOpen()) {
      return refuse(session, xfr.trId(), ErrorCode.NOT_ALLOWED_WHEN_HIDDEN);
    }
    if (!mayBeginOneMore()) {
      return refuse(session, xfr.trId(), ErrorCode.TOO_RAPID);
    }
    var candidates =
        Placement.order(switchboards.loads(), ThreadLocalRandom.current()).stream()
            .limit(MOST_ASKED)
            .iterator();
    return reserve(candidates, guest(session))
        .compose(
            reserved ->
                reserved
                    .map(it -> say(session, sendTo(xfr.trId(), it)))
                    .orElseGet(() -> refuse(session, xfr.trId(), ErrorCode.SWITCHBOARD_FAILED)));
  }

  private boolean mayBeginOneMore() {
    long now = System.nanoTime();
    var mine = allowance.orElseGet(() -> new Allowance(settings.switchboards(), now));
    allowance = Optional.of(mine);
    return mine.take(now);
  }

  private Future<Optional<Reserved>> reserve(Iterator<NodeId> candidates, Guest guest) {
    if (!candidates.hasNext()) {
      LOG.atInfo().log("no node takes a conversation");
      return succeededFuture(Optional.empty());
    }
    var node = candidates.next();
    return switchboards
        .reserve(node, guest)
        .recover(silence -> succeededFuture(new Declined("no answer")))
        .compose(reservation -> orElsewhere(reservation, candidates, guest));
  }

  private Future<Optional<Reserved>> orElsewhere(
      Reservation reservation, Iterator<NodeId> candidates, Guest guest) {
    return switch (reservation) {
      case Reserved reserved -> succeededFuture(Optional.of(reserved));
      case Declined(var reason) -> {
        LOG.atDebug().log("conversation declined: {}", reason);
        yield reserve(candidates, guest);
      }
    };
  }

  private static NsMessage sendTo(TrId trId, Reserved reserved) {
    return new InvitationMessage.XfrSb(trId, reserved.address(), reserved.key().text());
  }

  /** RNG: rings unless somebody like the caller is not to know that the user is there. */
  Future<Step<NsState, NsMessage>> hear(SignedIn session, News.Invited news) {
    var invitation = news.invitation();
    boolean welcome =
        session.self().isOpen()
            && session.progress().invitable()
            && session.roster().admits(invitation.caller());
    if (!welcome) {
      news.answer().tryComplete(new RingAnswer.NotReachable());
      return succeededFuture(Step.to(session));
    }
    news.answer().tryComplete(new RingAnswer.Rung(guest(session)));
    return say(session, ring(invitation));
  }

  private static NsMessage ring(Invitation invitation) {
    return new InvitationMessage.Rng(
        invitation.session(),
        invitation.address(),
        invitation.key().text(),
        invitation.caller(),
        invitation.callerName());
  }

  private static Guest guest(SignedIn session) {
    var participant =
        new Participant(session.handle(), session.roster().name(), session.self().capabilities());
    return new Guest(participant, session.dialect().name());
  }

  private static Future<Step<NsState, NsMessage>> say(SignedIn session, NsMessage message) {
    return succeededFuture(Step.to(session, message));
  }

  private static Future<Step<NsState, NsMessage>> refuse(
      SignedIn session, TrId trId, ErrorCode code) {
    return say(session, new DsMessage.Refusal(code, trId));
  }
}
