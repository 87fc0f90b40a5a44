package im.monarch.notification.conversation;

import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.sessions.News;
import im.monarch.notification.conversation.NsState.Ended;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.DsRequest.Cvq;
import im.monarch.protocol.command.DsRequest.Cvr;
import im.monarch.protocol.command.DsRequest.Inf;
import im.monarch.protocol.command.DsRequest.Out;
import im.monarch.protocol.command.DsRequest.UsrInitial;
import im.monarch.protocol.command.DsRequest.Ver;
import im.monarch.protocol.command.GuidRequest;
import im.monarch.protocol.command.InvitationRequest;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsMessage.Evicted;
import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.command.NsRequest.Chg;
import im.monarch.protocol.command.NsRequest.Lsg;
import im.monarch.protocol.command.NsRequest.Lst;
import im.monarch.protocol.command.NsRequest.Png;
import im.monarch.protocol.command.NsRequest.Syn;
import im.monarch.protocol.command.NsRequest.UsrDigest;
import im.monarch.protocol.command.NsRequest.UsrTicket;
import im.monarch.protocol.command.NsRequest.Uux;
import im.monarch.protocol.command.RosterRequest;
import im.monarch.protocol.command.ServiceRequest;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Peer;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.ArrayList;

/** The turns of somebody who is signed in: which area of the protocol each belongs to. */
final class SignedInTurns {

  private final NsSettings settings;
  private final Removal removal;
  private final Presence presence;
  private final Lists lists;
  private final RosterNews rosterNews;
  private final Reconciliation reconciliation;
  private final Challenges challenges;
  private final SmallServices smallServices;
  private final Invitations invitations;

  SignedInTurns(NsServices services, Peer<News> peer) {
    this.settings = services.settings();
    this.removal = new Removal(services.gate(), peer);
    this.presence = new Presence(services);
    this.lists = new Lists(services, presence);
    this.rosterNews = new RosterNews(services.addressBook(), presence);
    this.reconciliation = new Reconciliation(services, presence);
    this.challenges = new Challenges(settings.products());
    this.smallServices = new SmallServices(settings, challenges);
    this.invitations = new Invitations(services);
  }

  Future<Step<NsState, NsMessage>> on(SignedIn session, NsRequest request) {
    return switch (request) {
      case Chg chg -> change(session, chg);
      case Syn syn -> succeededFuture(Synchronisation.synchronise(session, syn));
      case Lst lst -> say(session, Synchronisation.list(session, lst));
      case Lsg lsg -> say(session, Synchronisation.groups(session, lsg));
      case RosterRequest edit -> lists.on(session, edit);
      case GuidRequest edit -> lists.on(session, edit);
      case Uux uux -> presence.say(session, uux);
      case ServiceRequest service -> succeededFuture(smallServices.on(session, service));
      case InvitationRequest.Xfr xfr -> invitations.transfer(session, xfr);
      case Png png -> say(session, new NsMessage.Qng((int) settings.ping().toSeconds()));
      case Cvr cvr -> say(session, settings.reception().describe(cvr));
      case UsrInitial usr -> refuse(session, usr.trId(), ErrorCode.ALREADY_SIGNED_IN);
      case UsrTicket usr -> refuse(session, usr.trId(), ErrorCode.ALREADY_SIGNED_IN);
      case UsrDigest usr -> refuse(session, usr.trId(), ErrorCode.ALREADY_SIGNED_IN);
      case Ver ver -> refuse(Ended.after(session), ver.trId(), ErrorCode.NOT_EXPECTED);
      case Inf inf -> succeededFuture(Step.to(Ended.after(session)));
      case Cvq cvq -> succeededFuture(Step.to(Ended.after(session)));
      case Out out -> say(Ended.after(session), new DsMessage.Out());
    };
  }

  private static Future<Step<NsState, NsMessage>> say(NsState next, NsMessage message) {
    return succeededFuture(Step.to(next, message));
  }

  private static Future<Step<NsState, NsMessage>> refuse(NsState next, TrId trId, ErrorCode code) {
    return say(next, new DsMessage.Refusal(code, trId));
  }

  /** The first CHG is when a client is ready for a challenge: while it reads lists it is not. */
  private Future<Step<NsState, NsMessage>> change(SignedIn session, Chg chg) {
    boolean first = !session.self().announced();
    var changed = presence.change(session, chg);
    return first && mayChallenge(session) ? changed.map(this::thenChallenge) : changed;
  }

  private boolean mayChallenge(SignedIn session) {
    return switch (session.dialect().traits().challengeScheme()) {
      case NONE -> false;
      case DIGEST, MIXED_DIGEST -> settings.challenge();
    };
  }

  private Step<NsState, NsMessage> thenChallenge(Step<NsState, NsMessage> step) {
    if (!(step.next() instanceof SignedIn session && session.self().announced())) {
      return step;
    }
    var challenge = challenges.challenge(session);
    var messages = new ArrayList<>(step.messages());
    messages.addAll(challenge.messages());
    return new Step<>(challenge.next(), messages);
  }

  Future<Step<NsState, NsMessage>> hear(SignedIn session, News news) {
    return switch (news) {
      case News.Appeared appeared -> succeededFuture(presence.hear(session, appeared));
      case News.MessageChanged changed -> succeededFuture(presence.hear(session, changed));
      case News.Vanished vanished -> succeededFuture(presence.hear(session, vanished));
      case News.Departed departed -> reconciliation.hear(session, departed);
      case News.RollCall call -> succeededFuture(reconciliation.hear(session, call));
      case News.Found found -> reconciliation.hear(session, found).compose(this::thenLists);
      case News.Listed listed -> succeededFuture(rosterNews.hear(session, listed));
      case News.Unlisted unlisted -> succeededFuture(rosterNews.hear(session, unlisted));
      case News.PropertyChanged changed -> succeededFuture(rosterNews.hear(session, changed));
      case News.Rearranged rearranged -> rosterNews.hear(session, rearranged);
      case News.ListsInDoubt doubt -> rosterNews.loadAnew(session);
      case News.Invited invited -> invitations.hear(session, invited);
      case News.ShutDownSoon soon -> say(session, SystemMessage.shutDownIn(soon.minutes()));
      case News.MoveOn moveOn -> removal.moveOn(session);
      case News.LeaseLost lost -> succeededFuture(Step.to(Ended.after(session)));
      case News.ClaimInDoubt doubt -> succeededFuture(claimInDoubt(session));
      case News.AccountClosed closed -> say(Ended.after(session), new DsMessage.Out());
      case News.TakenOver taken -> succeededFuture(takenOver(session, taken));
    };
  }

  /** Whoever is compared with the directory also tries again to load lists that are in doubt. */
  private Future<Step<NsState, NsMessage>> thenLists(Step<NsState, NsMessage> step) {
    if (!(step.next() instanceof SignedIn session && session.progress().listsInDoubt())) {
      return succeededFuture(step);
    }
    return rosterNews
        .loadAnew(session)
        .map(
            loaded -> {
              var messages = new ArrayList<>(step.messages());
              messages.addAll(loaded.messages());
              return new Step<>(loaded.next(), messages);
            });
  }

  /**
   * Without a word, as where the lease is lost: OUT OTH would tell the client not to come back.
   * Watchers are told at once: if the claim is lost, {@link #leave} says nothing.
   */
  private Step<NsState, NsMessage> claimInDoubt(SignedIn session) {
    presence.vanish(session.with(session.self().again()), session.roster().watchers());
    return Step.to(Ended.after(session));
  }

  /** Only a later session of the account ends this one. */
  private static Step<NsState, NsMessage> takenOver(SignedIn session, News.TakenOver taken) {
    return taken.epoch() > session.claim().epoch()
        ? Step.to(Ended.after(session), new Evicted(Evicted.Reason.OTH))
        : Step.to(session);
  }

  /**
   * The connection is gone; a session that was taken over has lost its claim and leaves silently.
   */
  void leave(SignedIn session) {
    presence.leave(session);
  }
}
