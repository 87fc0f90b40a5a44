package im.monarch.notification.conversation;

import static io.vertx.core.Future.failedFuture;
import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.limits.Allowance;
import im.monarch.domain.roster.Forfeit;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.notification.conversation.NsState.Ended;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsMessage.Evicted;
import im.monarch.protocol.command.RosterRequest;
import im.monarch.protocol.command.RosterRequest.Add;
import im.monarch.protocol.command.RosterRequest.Rea;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists, groups, properties and privacy of the user: each request is one edit, committed before it
 * is answered. The other side hears of it from {@link im.monarch.domain.addressbook.AddressBook}.
 */
final class Lists {

  private final NsServices services;
  private final Presence presence;

  /** Made for the first change of name: most connections never see one. */
  private Optional<Allowance> renames = Optional.empty();

  Lists(NsServices services, Presence presence) {
    this.services = services;
    this.presence = presence;
  }

  Future<Step<NsState, NsMessage>> on(SignedIn session, RosterRequest request) {
    return isTooRapid(session, request)
        ? succeededFuture(refuse(session, ErrorCode.TOO_RAPID, request.trId()))
        : edit(session, request);
  }

  /** Everybody who sees the user is told of a new name. A contact's nickname concerns nobody. */
  private boolean isTooRapid(SignedIn session, RosterRequest request) {
    if (!(request instanceof Rea rea && rea.handle().equals(session.handle()))) {
      return false;
    }
    long now = System.nanoTime();
    var mine = renames.orElseGet(() -> new Allowance(services.settings().renames(), now));
    renames = Optional.of(mine);
    return !mine.take(now);
  }

  private Future<Step<NsState, NsMessage>> edit(SignedIn session, RosterRequest request) {
    return services
        .addressBook()
        .edit(
            session.handle(),
            RosterEdits.of(request, session.roster()),
            services.claims().fence(session.claim()))
        .compose(
            edited ->
                switch (edited) {
                  case Edited.Stored stored -> stored(session, request, stored);
                  case Edited.Refused(var reason) ->
                      succeededFuture(refuse(session, RosterEdits.code(reason), request.trId()));
                  case Edited.Forfeited(var reason) -> succeededFuture(forfeited(session, reason));
                })
        .recover(
            fault ->
                fault instanceof StoreUnavailableException
                    ? succeededFuture(
                        refuse(session, ErrorCode.DATABASE_UNREACHABLE, request.trId()))
                    : failedFuture(fault));
  }

  /** The session is over, and this is how it learns of it: nothing is acknowledged any more. */
  private static Step<NsState, NsMessage> forfeited(SignedIn session, Forfeit reason) {
    return switch (reason) {
      case TAKEN_OVER -> Step.to(Ended.after(session), new Evicted(Evicted.Reason.OTH));
      case LEASE_OVER -> Step.to(Ended.after(session));
    };
  }

  private Future<Step<NsState, NsMessage>> stored(
      SignedIn session, RosterRequest request, Edited.Stored stored) {
    var replies = new ArrayList<NsMessage>();
    replies.add(RosterEdits.reply(request, stored.after()));
    boolean followed =
        request instanceof Add add
            && add.list() == ContactList.FL
            && !stored.before().watches(add.contact());
    return presence
        .rearranged(session, stored.after())
        .compose(
            next ->
                followed
                    ? introduce(next, (Add) request, replies)
                    : succeededFuture(new Step<NsState, NsMessage>(next, replies)));
  }

  /** Somebody new on FL: what they show of themselves, and how they appear if they are there. */
  private Future<Step<NsState, NsMessage>> introduce(
      SignedIn session, Add add, List<NsMessage> replies) {
    if (session.progress().synchronised()) {
      replies.addAll(RosterEdits.properties(session.roster(), add.contact()));
    }
    return presentNewcomer(session, add)
        .map(
            those -> {
              replies.addAll(those);
              return new Step<NsState, NsMessage>(session, replies);
            });
  }

  /** Before the first CHG nobody is shown; the first CHG shows everybody. */
  private Future<List<NsMessage>> presentNewcomer(SignedIn session, Add add) {
    if (!session.self().announced()) {
      return succeededFuture(List.of());
    }
    return presence
        .present(session, List.of(add.contact()))
        .map(
            those ->
                those.stream().<NsMessage>map(one -> new NsMessage.Iln(add.trId(), one)).toList());
  }

  private static Step<NsState, NsMessage> refuse(SignedIn session, ErrorCode code, TrId trId) {
    return Step.to(session, new DsMessage.Refusal(code, trId));
  }
}
