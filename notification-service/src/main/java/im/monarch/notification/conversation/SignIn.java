package im.monarch.notification.conversation;

import static io.vertx.core.Future.failedFuture;
import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.accounts.Account;
import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.legacy.LegacyChallenge;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.domain.tickets.Challenge;
import im.monarch.domain.tickets.Nonce;
import im.monarch.notification.conversation.NsState.Challenged;
import im.monarch.notification.conversation.NsState.Ended;
import im.monarch.notification.conversation.NsState.Md5Challenged;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.notification.conversation.NsState.Versioned;
import im.monarch.notification.node.Entry;
import im.monarch.notification.node.Place;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.DsMessage.XfrNs;
import im.monarch.protocol.command.DsRequest.UsrInitial;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsRequest.UsrDigest;
import im.monarch.protocol.command.NsRequest.UsrTicket;
import im.monarch.protocol.dialect.Dialect;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Peer;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From naming oneself to being signed in. */
final class SignIn {

  private static final String NO_TICKET = "";

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
    end();
    return switch (services.gate().enter(usr.handle())) {
      case Entry.Welcome(var mine) -> {
        place = Optional.of(mine);
        yield succeededFuture(challenge(state, usr));
      }
      case Entry.Busy busy -> succeededFuture(refuseNow(state, usr));
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
                    .orElseGet(() -> refuseNow(state, usr)));
  }

  private static Step<NsState, NsMessage> refuseNow(Versioned state, UsrInitial usr) {
    return refuse(
        new Visitor(state, usr.handle(), usr.trId(), NO_TICKET), ErrorCode.SERVER_TOO_BUSY);
  }

  /** The sign-in is over, one way or the other. */
  void end() {
    place.ifPresent(Place::leave);
    place = Optional.empty();
  }

  /** The challenge is fresh for each connection, whether or not there is the account. */
  private Step<NsState, NsMessage> challenge(Versioned state, UsrInitial usr) {
    var now = services.clock().instant();
    return switch (state.dialect().traits().authentication()) {
      case NONE -> Step.to(Ended.after(state));
      case MD5 -> {
        var challenge = LegacyChallenge.fresh(now);
        yield Step.to(
            new Md5Challenged(state.dialect(), usr.handle(), challenge),
            new NsMessage.UsrChallenge(usr.trId(), challenge.text()));
      }
      case TWEENER -> {
        var nonce = Nonce.fresh();
        yield Step.to(
            new Challenged(state.dialect(), usr.handle(), nonce, now),
            new NsMessage.UsrChallenge(usr.trId(), Challenge.text(nonce, now)));
      }
    };
  }

  /** USR S: whatever is wrong with the ticket, the answer is the same. */
  Future<Step<NsState, NsMessage>> verify(Challenged state, UsrTicket usr) {
    var ticket = WrappedTicket.unwrap(usr.ticket());
    var visitor = new Visitor(state, state.handle(), usr.trId(), ticket);
    return isGood(ticket, state)
        ? orTooBusy(visitor, enter(visitor))
        : succeededFuture(refuse(visitor));
  }

  private boolean isGood(String ticket, Challenged state) {
    var mint = services.tickets();
    return mint.accepts(ticket, state.handle(), state.nonce())
        || mint.redeems(ticket, state.handle(), state.since());
  }

  /** USR S: whatever is wrong with the answer, or with the account, ours is the same. */
  Future<Step<NsState, NsMessage>> verify(Md5Challenged state, UsrDigest usr) {
    var visitor = new Visitor(state, state.handle(), usr.trId(), NO_TICKET);
    return orTooBusy(
        visitor,
        services
            .legacySignIn()
            .accepts(state, usr.digest(), peer.host())
            .compose(right -> right ? enter(visitor) : succeededFuture(refuse(visitor))));
  }

  /**
   * Somebody who wants to be signed in.
   *
   * @param state where the conversation stands until then
   * @param ticket empty in dialects without tickets
   */
  private record Visitor(NsState state, Handle handle, TrId trId, String ticket) {}

  private Future<Step<NsState, NsMessage>> orTooBusy(
      Visitor visitor, Future<Step<NsState, NsMessage>> step) {
    return step.recover(
        fault ->
            fault instanceof StoreUnavailableException
                ? succeededFuture(refuse(visitor, ErrorCode.SERVER_TOO_BUSY))
                : failedFuture(fault));
  }

  private Future<Step<NsState, NsMessage>> enter(Visitor visitor) {
    return services
        .accounts()
        .find(visitor.handle())
        .compose(
            account ->
                account.isPresent()
                    ? admit(visitor, account.get())
                    : succeededFuture(refuse(visitor)));
  }

  private Future<Step<NsState, NsMessage>> admit(Visitor visitor, Account account) {
    return services
        .claims()
        .claim(visitor.handle(), services.node())
        .onFailure(fault -> claimFailed(visitor.handle(), fault))
        .compose(
            claim ->
                settle(visitor.state().dialect(), account, claim)
                    .recover(fault -> unseat(claim).transform(done -> failedFuture(fault)))
                    .compose(
                        session ->
                            session.isPresent()
                                ? succeededFuture(welcome(session.get(), visitor))
                                : unseat(claim).map(done -> refuse(visitor))));
  }

  /**
   * A claim that may have been made all the same leaves an earlier session of this node with an
   * epoch that is over: its next edit would be answered as if somebody had taken its place.
   */
  private void claimFailed(Handle handle, Throwable fault) {
    if (fault instanceof StoreUnavailableException store && store.undecided()) {
      services.sessions().deliver(new News.ClaimInDoubt(), List.of(handle));
    }
  }

  /**
   * News are heard from the moment the session is seated, and wait until this turn is over: what
   * changes while the lists are loaded is not lost. They are loaded when nobody hears for the
   * account anywhere else. Empty if the account was removed meanwhile.
   */
  private Future<Optional<SignedIn>> settle(Dialect dialect, Account account, Claim claim) {
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
                            dialect,
                            account,
                            claim,
                            roster,
                            self,
                            new Sightings(),
                            Progress.since(roster.version()))));
  }

  /**
   * A session that did not come about leaves nothing behind; nor does an earlier one that it took
   * the account from, which left without a word. Who was shown that one only its watchers know.
   */
  private Future<Boolean> unseat(Claim claim) {
    services.sessions().leave(claim);
    return services
        .directory()
        .withdraw(claim.handle(), claim.epoch())
        .transform(withdrawn -> services.claims().release(claim))
        .otherwise(true)
        .onSuccess(
            held -> {
              if (held && claim.takenFrom().isPresent()) {
                var last = Self.silent(claim.epoch()).at();
                services.everybody().announce(new News.Departed(Map.of(claim.handle(), last)));
              }
            });
  }

  private Step<NsState, NsMessage> welcome(SignedIn session, Visitor visitor) {
    end();
    var settings = services.settings();
    var visit =
        new Profile.Visit(services.clock().instant(), visitor.ticket(), peer.host(), peer.port());
    var ok = new NsMessage.UsrOk(visitor.trId(), session.handle(), session.roster().name());
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

  private static Step<NsState, NsMessage> refuse(Visitor visitor) {
    return refuse(visitor, ErrorCode.AUTHENTICATION_FAILED);
  }

  private static Step<NsState, NsMessage> refuse(Visitor visitor, ErrorCode code) {
    return Step.to(Ended.after(visitor.state()), new DsMessage.Refusal(code, visitor.trId()));
  }
}
