package im.monarch.notification.conversation;

import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.sessions.News;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsRequest.Chg;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who sees whom (protocol notes, 8.2). The session of the person seen decides who may see: it holds
 * their lists. The session of the one who sees knows what it has shown, and shows nothing twice.
 */
final class Presence {

  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

  private final NsServices services;

  Presence(NsServices services) {
    this.services = services;
  }

  /** CHG: everybody who may see hears of it; the first one also brings those already there. */
  Future<Step<NsState, NsMessage>> change(SignedIn session, Chg chg) {
    var before = session.self();
    var after = session.with(before.after(chg));
    return publish(after)
        .onSuccess(published -> tellWatchers(before, after))
        .compose(
            published ->
                before.announced()
                    ? succeededFuture(List.<NsMessage>of())
                    : present(after, chg.trId(), after.roster().watched()))
        .map(
            those -> {
              var replies = new ArrayList<NsMessage>();
              replies.add(new NsMessage.Chg(chg.trId(), chg.status(), chg.capabilities(), chg.object()));
              replies.addAll(those);
              return new Step<>(after, replies);
            });
  }

  /** Makes known where the session is and how its user appears. */
  Future<Void> publish(SignedIn session) {
    var self = session.self();
    return services
        .directory()
        .publish(
            new Whereabouts(
                session.handle(),
                services.node(),
                self.at(),
                self.appearance(session.handle(), session.roster().name())));
  }

  /**
   * The ILN lines about those of {@code contacts} who are to be seen. The directory is asked first,
   * then whether those who are there admit the user: whoever stops admitting in between sends news.
   */
  Future<List<NsMessage>> present(SignedIn session, TrId trId, Collection<Handle> contacts) {
    return services.directory().find(contacts).compose(found -> admitted(session, trId, found.values()));
  }

  private Future<List<NsMessage>> admitted(
      SignedIn session, TrId trId, Collection<Whereabouts> found) {
    var open = found.stream().filter(contact -> contact.appearance().isPresent()).toList();
    if (open.isEmpty()) {
      return succeededFuture(List.of());
    }
    return services
        .rosters()
        .admitting(session.handle(), open.stream().map(Whereabouts::handle).toList())
        .map(admitting -> show(session, trId, open, admitting));
  }

  private static List<NsMessage> show(
      SignedIn session, TrId trId, List<Whereabouts> open, Set<Handle> admitting) {
    return open.stream()
        .filter(contact -> admitting.contains(contact.handle()))
        .filter(contact -> session.sightings().appears(contact.handle(), contact.at()))
        .<NsMessage>map(contact -> new NsMessage.Iln(trId, contact.appearance().orElseThrow()))
        .toList();
  }

  private void tellWatchers(Self before, SignedIn after) {
    if (after.self().isOpen()) {
      appear(after, after.roster().watchers());
    } else if (before.isOpen() || isInheritor(before, after)) {
      vanish(after, after.roster().watchers());
    }
  }

  /** Whether watchers may still be shown what an earlier session of the account announced. */
  private static boolean isInheritor(Self before, SignedIn after) {
    return !before.announced() && after.claim().takenFrom().isPresent();
  }

  /** Tells {@code watchers} how the user of {@code session} appears now. */
  void appear(SignedIn session, Collection<Handle> watchers) {
    session
        .self()
        .appearance(session.handle(), session.roster().name())
        .map(appearance -> new News.Appeared(appearance, session.self().at()))
        .ifPresent(news -> services.sessions().deliver(news, watchers));
  }

  /** Tells {@code watchers} that they see the user of {@code session} no longer. */
  void vanish(SignedIn session, Collection<Handle> watchers) {
    services
        .sessions()
        .deliver(new News.Vanished(session.handle(), session.self().at()), watchers);
  }

  /** Somebody came or changed: shown to those who follow them and have said CHG. */
  Step<NsState, NsMessage> hear(SignedIn session, News.Appeared news) {
    boolean shown =
        session.self().announced()
            && session.roster().watches(news.contact().handle())
            && session.sightings().appears(news.contact().handle(), news.at());
    return shown ? Step.to(session, new NsMessage.Nln(news.contact())) : Step.to(session);
  }

  /** Somebody went: told to those who were shown them. */
  Step<NsState, NsMessage> hear(SignedIn session, News.Vanished news) {
    return session.sightings().vanishes(news.contact(), news.at())
        ? Step.to(session, new NsMessage.Fln(news.contact()))
        : Step.to(session);
  }

  /** The session is over: the account is free, and offline to everybody. */
  void leave(SignedIn session) {
    var gone = session.with(session.self().again());
    services.sessions().leave(session.claim());
    services
        .directory()
        .withdraw(session.handle(), session.claim().epoch())
        .compose(withdrawn -> services.claims().release(session.claim()))
        .onComplete(
            held -> {
              if (held) {
                vanish(gone, gone.roster().watchers());
              }
            },
            fault -> LOG.atWarn().setCause(fault).log("a session left without giving up its claim"));
  }
}
