package im.monarch.notification.conversation;

import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.sessions.News;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a session does about news that got lost: from time to time it is told what the directory
 * says, mends its own entry, and its client sees what it should have seen. Usually that is nothing.
 */
final class Reconciliation {

  private final NsServices services;
  private final Presence presence;

  Reconciliation(NsServices services, Presence presence) {
    this.services = services;
    this.presence = presence;
  }

  /**
   * The people of a node that is gone are gone: told of those that were shown. If that is said of
   * this very session, its node was taken for dead, and it makes itself known again.
   */
  Future<Step<NsState, NsMessage>> hear(SignedIn session, News.Departed news) {
    var lost =
        session.sightings().lose(news.last()).stream().<NsMessage>map(NsMessage.Fln::new).toList();
    var self = Optional.ofNullable(news.last().get(session.handle()));
    return self.filter(at -> at.epoch() == session.claim().epoch()).isPresent()
        ? presence.announceAgain(session).map(again -> new Step<>(again, lost))
        : succeededFuture(new Step<>(session, lost));
  }

  /** From here on the directory is older than what this session hears. */
  Step<NsState, NsMessage> hear(SignedIn session, News.RollCall news) {
    session.sightings().mark(session.self().at());
    var interesting = new HashSet<Handle>();
    interesting.add(session.handle());
    if (session.self().announced()) {
      interesting.addAll(session.roster().watched());
    }
    news.answer().tryComplete(interesting);
    return Step.to(session);
  }

  Future<Step<NsState, NsMessage>> hear(SignedIn session, News.Found news) {
    return session
        .sightings()
        .unmark()
        .map(
            mark ->
                mendEntry(session, news.known(), mark)
                    .compose(mended -> compare(mended, news.known(), mark)))
        .orElseGet(() -> succeededFuture(Step.to(session)));
  }

  /** An entry that is not there any more is made again, and everybody told: some saw it vanish. */
  private Future<SignedIn> mendEntry(
      SignedIn session, Map<Handle, Whereabouts> known, Sightings.Mark mark) {
    boolean later = session.self().at().isAfter(mark.self());
    return later || isRight(session, known)
        ? succeededFuture(session)
        : presence.announceAgain(session);
  }

  private boolean isRight(SignedIn session, Map<Handle, Whereabouts> known) {
    var entry = known.get(session.handle());
    if (entry == null || session.self().at().isAfter(entry.at())) {
      return false;
    }
    return entry.at().isAfter(session.self().at()) || entry.node().equals(services.node());
  }

  private Future<Step<NsState, NsMessage>> compare(
      SignedIn session, Map<Handle, Whereabouts> known, Sightings.Mark mark) {
    if (!session.self().announced()) {
      return succeededFuture(Step.to(session));
    }
    var messages = new ArrayList<NsMessage>();
    var perhaps = new ArrayList<Whereabouts>();
    for (var contact : session.roster().watched()) {
      var found = Optional.ofNullable(known.get(contact));
      if (!mark.news().contains(contact)) {
        switch (session.sightings().compare(contact, found)) {
          case NONE -> {}
          case GONE -> {
            session.sightings().isGone(contact, found.map(Whereabouts::at));
            messages.add(new NsMessage.Fln(contact));
          }
          case PERHAPS_THERE -> perhaps.add(found.orElseThrow());
        }
      }
    }
    return perhaps.isEmpty()
        ? succeededFuture(new Step<>(session, messages))
        : ask(session, perhaps, messages);
  }

  /** Only those who were not shown as they are cost a question to the store. */
  private Future<Step<NsState, NsMessage>> ask(
      SignedIn session, List<Whereabouts> perhaps, List<NsMessage> messages) {
    return services
        .rosters()
        .admitting(session.handle(), perhaps.stream().map(Whereabouts::handle).toList())
        .map(
            admitting -> {
              perhaps.forEach(
                  one ->
                      decide(session, one, admitting.contains(one.handle()))
                          .ifPresent(messages::add));
              return new Step<NsState, NsMessage>(session, messages);
            })
        .recover(
            fault ->
                fault instanceof StoreUnavailableException
                    ? succeededFuture(new Step<>(session, messages)) // next time
                    : Future.failedFuture(fault));
  }

  private static Optional<NsMessage> decide(SignedIn session, Whereabouts one, boolean admitted) {
    if (admitted) {
      session.sightings().isThere(one.handle(), one.at());
      return one.appearance().map(NsMessage.Nln::new);
    }
    return session.sightings().isDenied(one.handle(), one.at())
        ? Optional.of(new NsMessage.Fln(one.handle()))
        : Optional.empty();
  }
}
