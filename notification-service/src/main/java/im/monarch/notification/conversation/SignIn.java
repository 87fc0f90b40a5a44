package im.monarch.notification.conversation;

import static io.vertx.core.Future.failedFuture;
import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.accounts.Account;
import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.domain.tickets.Challenge;
import im.monarch.domain.tickets.Nonce;
import im.monarch.notification.conversation.NsState.Challenged;
import im.monarch.notification.conversation.NsState.Ended;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.notification.conversation.NsState.Versioned;
import im.monarch.notification.node.Entry;
import im.monarch.notification.node.Place;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.DsMessage.XfrNs;
import im.monarch.protocol.command.DsRequest.UsrInitial;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsRequest.UsrTicket;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Peer;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.Optional;

/** From naming oneself to being signed in. */
final class SignIn {

  private final NsServices services;
  private final Peer<News> peer;

  /** From USR I on, until the sign-in has succeeded or failed. */
  private Optional<Place> place = Optional.empty();

  SignIn(NsServices services, Peer<News> peer) {
    this.services = services;
    this.peer = peer;
  }

  /** USR I, of somebody whom dispatch has sent, or who remembers the address of this server. */
  Future<Step<NsState, NsMessage>> begin(Versioned state, UsrInitial usr) {
    return switch (services.gate().enter(usr.handle())) {
      case Entry.Welcome(var mine) -> {
        place = Optional.of(mine);
        yield succeededFuture(challenge(state, usr));
      }
      case Entry.Busy busy ->
          succeededFuture(refuse(state, usr.trId(), ErrorCode.SERVER_TOO_BUSY));
      case Entry.Elsewhere elsewhere -> refer(state, usr);
    };
  }

  /** As dispatch would have done. */
  private Future<Step<NsState, NsMessage>> refer(Versioned state, UsrInitial usr) {
    var gate = services.gate();
    return gate.elsewhere(new Handoff(usr.handle(), state.dialect().name(), peer.host()))
        .map(
            there ->
                there
                    .map(address -> new XfrNs(usr.trId(), address, gate.address().get()))
                    .map(xfr -> Step.<NsState, NsMessage>to(Ended.after(state), xfr))
                    .orElseGet(() -> refuse(state, usr.trId(), ErrorCode.SERVER_TOO_BUSY)));
  }

  /** The sign-in is over, one way or the other. */
  void end() {
    place.ifPresent(Place::leave);
    place = Optional.empty();
  }

  /** The challenge is fresh for each connection, which makes a ticket good once. */
  private Step<NsState, NsMessage> challenge(Versioned state, UsrInitial usr) {
    var nonce = Nonce.fresh();
    var now = services.clock().instant();
    return Step.to(
        new Challenged(state.dialect(), usr.handle(), nonce, now),
        new NsMessage.UsrChallenge(usr.trId(), Challenge.text(nonce, now)));
  }

  /** USR S: whatever is wrong with the ticket, the answer is the same. */
  Future<Step<NsState, NsMessage>> verify(Challenged state, UsrTicket usr) {
    var ticket = WrappedTicket.unwrap(usr.ticket());
    if (!isGood(ticket, state)) {
      return succeededFuture(refuseTicket(state, usr.trId()));
    }
    return services
        .accounts()
        .find(state.handle())
        .compose(
            account ->
                account.isPresent()
                    ? admit(state, usr.trId(), new Guest(account.get(), ticket))
                    : succeededFuture(refuseTicket(state, usr.trId())))
        .recover(
            fault ->
                fault instanceof StoreUnavailableException
                    ? succeededFuture(refuse(state, usr.trId(), ErrorCode.SERVER_TOO_BUSY))
                    : failedFuture(fault));
  }

  private boolean isGood(String ticket, Challenged state) {
    var mint = services.tickets();
    return mint.accepts(ticket, state.handle(), state.nonce())
        || mint.redeems(ticket, state.handle(), state.since());
  }

  /** Somebody whose ticket was accepted. */
  private record Guest(Account account, String ticket) {}

  private Future<Step<NsState, NsMessage>> admit(Challenged state, TrId trId, Guest guest) {
    return services
        .claims()
        .claim(state.handle(), services.node())
        .compose(
            claim ->
                settle(state, guest.account(), claim)
                    .recover(fault -> unseat(claim).transform(done -> failedFuture(fault)))
                    .compose(
                        session ->
                            session.isPresent()
                                ? succeededFuture(welcome(session.get(), trId, guest.ticket()))
                                : unseat(claim).map(done -> refuseTicket(state, trId))));
  }

  /**
   * News are heard from the moment the session is seated, and wait until this turn is over: what
   * changes while the lists are loaded is not lost. They are loaded when nobody hears for the
   * account anywhere else. Empty if the account was removed meanwhile.
   */
  private Future<Optional<SignedIn>> settle(Challenged state, Account account, Claim claim) {
    var self = Self.silent(claim.epoch());
    services.sessions().seat(claim, peer::tell);
    var whereabouts = new Whereabouts(claim.handle(), claim.node(), self.at(), Optional.empty());
    return Future.all(
            services.directory().publish(whereabouts), services.everybody().takeOver(claim))
        .compose(heard -> services.addressBook().load(claim.handle()))
        .map(
            lists ->
                lists.map(
                    roster ->
                        new SignedIn(
                            state.dialect(),
                            account,
                            claim,
                            roster,
                            self,
                            new Sightings(),
                            Progress.since(roster.version()))));
  }

  /** A session that did not come about leaves nothing behind. */
  private Future<Boolean> unseat(Claim claim) {
    services.sessions().leave(claim);
    return services
        .directory()
        .withdraw(claim.handle(), claim.epoch())
        .transform(withdrawn -> services.claims().release(claim));
  }

  private Step<NsState, NsMessage> welcome(SignedIn session, TrId trId, String ticket) {
    end();
    var settings = services.settings();
    var visit = new Profile.Visit(services.clock().instant(), ticket, peer.host(), peer.port());
    var ok = new NsMessage.UsrOk(trId, session.handle(), session.roster().name());
    var profile =
        new NsMessage.Msg(
            Profile.of(session.account(), settings.profile(), visit, session.dialect()));
    return switch (session.dialect().traits().greeting()) {
      case PROFILE -> Step.to(session, ok, profile);
      case PROFILE_AND_MAILBOX ->
          Step.to(
              session,
              ok,
              new NsMessage.Sbs(),
              profile,
              new NsMessage.Msg(Mailbox.empty(settings.webHost())));
    };
  }

  private static Step<NsState, NsMessage> refuseTicket(NsState state, TrId trId) {
    return refuse(state, trId, ErrorCode.AUTHENTICATION_FAILED);
  }

  private static Step<NsState, NsMessage> refuse(NsState state, TrId trId, ErrorCode code) {
    return Step.to(Ended.after(state), new DsMessage.Refusal(code, trId));
  }
}
