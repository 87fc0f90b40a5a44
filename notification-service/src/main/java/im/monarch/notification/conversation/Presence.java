package im.monarch.notification.conversation;

import static io.vertx.core.Future.failedFuture;
import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.Transitions;
import im.monarch.domain.sessions.News;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsRequest.Chg;
import im.monarch.protocol.command.NsRequest.Uux;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
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
    var echo = new NsMessage.Chg(chg.trId(), chg.status(), chg.capabilities(), chg.object());
    return publish(after)
        .onSuccess(published -> tellWatchers(before, after))
        .compose(
            published -> before.announced() ? nobody() : present(after, after.roster().watched()))
        .map(those -> new Step<NsState, NsMessage>(after, initial(echo, chg.trId(), those)))
        .recover(fault -> askAgain(after, chg.trId(), fault));
  }

  /** UUX: kept until the user says something else or leaves, and told to all who see the user. */
  Future<Step<NsState, NsMessage>> say(SignedIn session, Uux uux) {
    var after = session.with(session.self().saying(uux.message()));
    return publish(after)
        .map(
            published -> {
              after
                  .self()
                  .appearance(after.handle(), after.roster().name())
                  .map(appearance -> new News.MessageChanged(appearance, after.self().at()))
                  .ifPresent(news -> services.everybody().deliver(news, after.roster().watchers()));
              return Step.to(after, new NsMessage.Uux(uux.trId()));
            });
  }

  /** Without the store nobody knows who admits the user: the next CHG is the first one again. */
  private static Future<Step<NsState, NsMessage>> askAgain(
      SignedIn session, TrId trId, Throwable fault) {
    return fault instanceof StoreUnavailableException
        ? succeededFuture(
            Step.to(
                session.with(session.self().unannounced()),
                new DsMessage.Refusal(ErrorCode.DATABASE_UNREACHABLE, trId)))
        : failedFuture(fault);
  }

  private static Future<List<Appearance>> nobody() {
    return succeededFuture(List.of());
  }

  private static List<NsMessage> initial(NsMessage echo, TrId trId, List<Appearance> those) {
    var messages = new ArrayList<NsMessage>();
    messages.add(echo);
    those.forEach(contact -> messages.add(new NsMessage.Iln(trId, contact)));
    return messages;
  }

  /**
   * The lists of the user are {@code after} from now on: those who may see more than before, or
   * less, or another name, hear of it.
   */
  Future<SignedIn> rearranged(SignedIn session, Roster after) {
    var changes = Transitions.between(session.roster(), after);
    changes.removed().forEach(session.sightings()::forget);
    boolean renamed = !after.name().equals(session.roster().name());
    boolean silent = changes.revealed().isEmpty() && changes.concealed().isEmpty() && !renamed;
    var next = session.with(after);
    if (silent || !mayBeShown(session.self())) {
      return succeededFuture(next);
    }
    var announced = next.with(next.self().again());
    return publish(announced)
        .map(
            published -> {
              appear(announced, renamed ? after.watchers() : changes.revealed());
              vanish(announced, changes.concealed());
              return announced;
            });
  }

  /**
   * Whether anybody may have the user on the screen: until the first CHG, be it from an earlier
   * session. That one need not have had the account to the end, as where its node died.
   */
  private static boolean mayBeShown(Self self) {
    return self.isOpen() || !self.announced();
  }

  /**
   * The entry of the session got lost: it is made again, and so are the presence lines of those who
   * saw it go. A directory that does not answer will be compared again.
   */
  Future<SignedIn> announceAgain(SignedIn session) {
    var again = session.with(session.self().again());
    return publish(again)
        .onSuccess(published -> appear(again, again.roster().watchers()))
        .map(again)
        .otherwise(again);
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
   * Those of {@code contacts} who are to be seen, noted as shown. The directory is asked first,
   * then whether those who are there admit the user: whoever stops admitting in between sends news.
   */
  Future<List<Appearance>> present(SignedIn session, Collection<Handle> contacts) {
    return services
        .directory()
        .find(contacts)
        .compose(found -> admitted(session, found.values()))
        .map(
            those ->
                those.stream()
                    .filter(one -> session.sightings().appears(one.handle(), one.at()))
                    .map(one -> one.appearance().orElseThrow())
                    .toList());
  }

  private Future<List<Whereabouts>> admitted(SignedIn session, Collection<Whereabouts> found) {
    var open = found.stream().filter(contact -> contact.appearance().isPresent()).toList();
    if (open.isEmpty()) {
      return succeededFuture(List.of());
    }
    return services
        .rosters()
        .admitting(session.handle(), open.stream().map(Whereabouts::handle).toList())
        .map(
            admitting -> {
              var those =
                  open.stream()
                      .collect(Collectors.partitioningBy(one -> admitting.contains(one.handle())));
              those.get(false).forEach(one -> session.sightings().isDenied(one.handle(), one.at()));
              return those.get(true);
            });
  }

  private void tellWatchers(Self before, SignedIn after) {
    if (after.self().isOpen()) {
      appear(after, after.roster().watchers());
    } else if (mayBeShown(before)) {
      vanish(after, after.roster().watchers());
    }
  }

  /** Tells {@code watchers} how the user of {@code session} appears now. */
  void appear(SignedIn session, Collection<Handle> watchers) {
    session
        .self()
        .appearance(session.handle(), session.roster().name())
        .map(appearance -> new News.Appeared(appearance, session.self().at()))
        .ifPresent(news -> services.everybody().deliver(news, watchers));
  }

  /** Tells {@code watchers} that they see the user of {@code session} no longer. */
  void vanish(SignedIn session, Collection<Handle> watchers) {
    services
        .everybody()
        .deliver(new News.Vanished(session.handle(), session.self().at()), watchers);
  }

  /** Somebody came or changed: shown to those who follow them and have said CHG. */
  Step<NsState, NsMessage> hear(SignedIn session, News.Appeared news) {
    return isToBeShown(session, news.contact(), news.at())
        ? Step.to(session, new NsMessage.Nln(news.contact()))
        : Step.to(session);
  }

  private static boolean isToBeShown(SignedIn session, Appearance contact, Moment at) {
    return session.self().announced()
        && session.roster().watches(contact.handle())
        && session.sightings().appears(contact.handle(), at);
  }

  /**
   * Somebody says something else about themselves. To a client that has not been shown them it is
   * how they appear: the line that said so is late, or was lost.
   */
  Step<NsState, NsMessage> hear(SignedIn session, News.MessageChanged news) {
    var contact = news.contact();
    boolean known = session.sightings().shows(contact.handle());
    if (!isToBeShown(session, contact, news.at())) {
      return Step.to(session);
    }
    if (!known) {
      return Step.to(session, new NsMessage.Nln(contact));
    }
    return switch (session.dialect().traits().personalMessages()) {
      case ABSENT -> Step.to(session);
      case RELAYED -> Step.to(session, new NsMessage.Ubx(contact.handle(), contact.message()));
    };
  }

  /** Somebody went: told to those who were shown them. */
  Step<NsState, NsMessage> hear(SignedIn session, News.Vanished news) {
    return session.sightings().vanishes(news.contact(), news.at())
        ? Step.to(session, new NsMessage.Fln(news.contact()))
        : Step.to(session);
  }

  /**
   * The session is over: the account is free, and offline to everybody. Where nobody can tell
   * whether it was free already, they are told too: a later session makes this old news.
   */
  void leave(SignedIn session) {
    var gone = session.with(session.self().again());
    services.sessions().leave(session.claim());
    services
        .sessions()
        .bids(
            services
                .directory()
                .withdraw(session.handle(), session.claim().epoch())
                .compose(withdrawn -> services.claims().release(session.claim()))
                .onFailure(
                    fault ->
                        LOG.atWarn()
                            .setCause(fault)
                            .log("a session left without giving up its claim"))
                .otherwise(true)
                .onSuccess(
                    held -> {
                      if (held) {
                        vanish(gone, gone.roster().watchers());
                      }
                    }));
  }
}
