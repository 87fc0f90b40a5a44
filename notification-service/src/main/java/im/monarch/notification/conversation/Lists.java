package im.monarch.notification.conversation;

import static io.vertx.core.Future.failedFuture;
import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.limits.Allowance;
import im.monarch.domain.roster.EditRefusal;
import im.monarch.domain.roster.Forfeit;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.notification.conversation.GuidEdits.Meaning;
import im.monarch.notification.conversation.NsState.Ended;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.GuidRequest;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsMessage.Evicted;
import im.monarch.protocol.command.RosterRequest;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
    return carryOut(
        session,
        new Change(
            request.trId(),
            RosterEdits.of(request, session.roster()),
            after -> RosterEdits.reply(request, after)));
  }

  Future<Step<NsState, NsMessage>> on(SignedIn session, GuidRequest request) {
    return switch (GuidEdits.of(request, session.roster())) {
      case Meaning.Stored(var edit, var reply) ->
          carryOut(session, new Change(request.trId(), edit, after -> reply));
      case Meaning.Said(var reply) -> succeededFuture(Step.to(session, reply));
      case Meaning.Refused(var code) -> succeededFuture(refuse(session, code, request.trId()));
    };
  }

  /**
   * A request understood.
   *
   * @param reply what to say of the address book after it
   */
  private record Change(TrId trId, RosterEdit edit, Function<Roster, NsMessage> reply) {

    /** Somebody new on FL, unless they were there {@code before}. */
    Optional<Handle> followed(Roster before) {
      return edit instanceof RosterEdit.Add add
              && add.list() == ContactList.FL
              && !before.watches(add.contact())
          ? Optional.of(add.contact())
          : Optional.empty();
    }
  }

  private Future<Step<NsState, NsMessage>> carryOut(SignedIn session, Change change) {
    return isTooRapid(change)
        ? succeededFuture(refuse(session, ErrorCode.TOO_RAPID, change.trId()))
        : edit(session, change);
  }

  /** Everybody who sees the user is told of a new name. A contact's nickname concerns nobody. */
  private boolean isTooRapid(Change change) {
    if (!(change.edit() instanceof RosterEdit.RenameSelf)) {
      return false;
    }
    long now = System.nanoTime();
    var mine = renames.orElseGet(() -> new Allowance(services.settings().renames(), now));
    renames = Optional.of(mine);
    return !mine.take(now);
  }

  private Future<Step<NsState, NsMessage>> edit(SignedIn session, Change change) {
    return services
        .addressBook()
        .edit(session.handle(), change.edit(), services.claims().fence(session.claim()))
        .compose(
            edited ->
                switch (edited) {
                  case Edited.Stored stored -> stored(session, change, stored);
                  case Edited.Refused(var reason) ->
                      succeededFuture(refuse(session, code(session, reason), change.trId()));
                  case Edited.Forfeited(var reason) -> succeededFuture(forfeited(session, reason));
                })
        .recover(
            fault ->
                fault instanceof StoreUnavailableException
                    ? succeededFuture(
                        refuse(session, ErrorCode.DATABASE_UNREACHABLE, change.trId()))
                    : failedFuture(fault));
  }

  /** The session is over, and this is how it learns of it: nothing is acknowledged any more. */
  private static Step<NsState, NsMessage> forfeited(SignedIn session, Forfeit reason) {
    return switch (reason) {
      case TAKEN_OVER -> Step.to(Ended.after(session), new Evicted(Evicted.Reason.OTH));
      case LEASE_OVER -> Step.to(Ended.after(session));
    };
  }

  private static ErrorCode code(SignedIn session, EditRefusal reason) {
    return RosterEdits.code(reason, session.dialect().traits().listing());
  }

  private Future<Step<NsState, NsMessage>> stored(
      SignedIn session, Change change, Edited.Stored stored) {
    var replies = new ArrayList<NsMessage>();
    replies.add(change.reply().apply(stored.after()));
    var followed = change.followed(stored.before());
    return presence
        .rearranged(session, stored.after())
        .compose(
            next ->
                followed.isPresent()
                    ? introduce(next, change.trId(), followed.get(), replies)
                    : succeededFuture(new Step<NsState, NsMessage>(next, replies)));
  }

  /** Somebody new on FL: what they show of themselves, and how they appear if they are there. */
  private Future<Step<NsState, NsMessage>> introduce(
      SignedIn session, TrId trId, Handle contact, List<NsMessage> replies) {
    if (session.progress().synchronised()) {
      replies.addAll(properties(session, contact));
    }
    return presentNewcomer(session, trId, contact)
        .map(
            those -> {
              replies.addAll(those);
              return new Step<NsState, NsMessage>(session, replies);
            });
  }

  /** Clients of tagged lists are not told what a new contact has not set. */
  private static List<NsMessage> properties(SignedIn session, Handle contact) {
    return switch (session.dialect().traits().listing()) {
      case LONG, BITMASK -> RosterEdits.properties(session.roster(), contact);
      case TAGGED -> List.of();
    };
  }

  /** Before the first CHG nobody is shown; the first CHG shows everybody. */
  private Future<List<NsMessage>> presentNewcomer(SignedIn session, TrId trId, Handle contact) {
    if (!session.self().announced()) {
      return succeededFuture(List.of());
    }
    return presence
        .present(session, List.of(contact))
        .map(those -> those.stream().<NsMessage>map(one -> new NsMessage.Iln(trId, one)).toList());
  }

  private static Step<NsState, NsMessage> refuse(SignedIn session, ErrorCode code, TrId trId) {
    return Step.to(session, new DsMessage.Refusal(code, trId));
  }
}
