package im.monarch.notification.conversation;

import static io.vertx.core.Future.failedFuture;
import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.addressbook.AddressBook;
import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.Hearsay;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.sessions.News;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.GuidMessage;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.RosterMessage;
import im.monarch.protocol.dialect.Traits.Listing;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What others do to the lists of the user. A client that has not said SYN has no lists to change
 * and is told nothing: SYN will bring it.
 */
final class RosterNews {

  private static final List<ContactList> LISTS =
      List.of(ContactList.FL, ContactList.AL, ContactList.BL, ContactList.RL);

  private final AddressBook addressBook;
  private final Presence presence;

  RosterNews(AddressBook addressBook, Presence presence) {
    this.addressBook = addressBook;
    this.presence = presence;
  }

  /**
   * Somebody follows the user now, and may have looked before this session knew of them: they are
   * told how the user appears since then, or that the user does not.
   */
  Step<NsState, NsMessage> hear(SignedIn session, News.Listed news) {
    if (isOld(session, news.version())) {
      return Step.to(session);
    }
    boolean known = session.roster().on(ContactList.RL).contains(news.by());
    var next =
        session.with(Hearsay.listed(session.roster(), news.by(), news.name(), news.version()));
    introduce(next, news.by());
    return known ? Step.to(next) : tell(next, follower(next.roster(), news.by(), news.name()));
  }

  private static RosterMessage follower(Roster roster, Handle who, FriendlyName name) {
    return new RosterMessage.Add(
        TrId.ASYNCHRONOUS,
        ContactList.RL,
        roster.version(),
        who,
        name,
        Optional.empty(),
        Optional.empty());
  }

  private void introduce(SignedIn session, Handle follower) {
    if (session.self().isOpen() && session.roster().admits(follower)) {
      presence.appear(session, List.of(follower));
    } else {
      presence.vanish(session, List.of(follower));
    }
  }

  Step<NsState, NsMessage> hear(SignedIn session, News.Unlisted news) {
    if (isOld(session, news.version())) {
      return Step.to(session);
    }
    boolean known = session.roster().on(ContactList.RL).contains(news.by());
    var next = session.with(Hearsay.unlisted(session.roster(), news.by(), news.version()));
    return !known
        ? Step.to(next)
        : tell(next, removal(ContactList.RL, next.roster().version(), news.by()));
  }

  Step<NsState, NsMessage> hear(SignedIn session, News.PropertyChanged news) {
    if (isOld(session, news.version())) {
      return Step.to(session);
    }
    var change = Map.entry(news.key(), news.value());
    var next = session.with(Hearsay.property(session.roster(), news.by(), change, news.version()));
    return tell(
        next, new RosterMessage.Bpr(next.roster().version(), news.by(), news.key(), news.value()));
  }

  /**
   * The user's lists were changed by an administrator, or by an edit that nobody heard the end of:
   * the user's own, or somebody else's. The client is told in the form that the server has for
   * changes by others, so that it knows whom the presence lines behind it are about.
   *
   * <p>A session can be at a version without knowing every change before it: single changes by
   * others raise it. So lists of the same version count, and of an earlier one say that there was
   * something: the session then takes what is stored by now.
   */
  Future<Step<NsState, NsMessage>> hear(SignedIn session, News.Rearranged news) {
    var after = news.after();
    if (isOld(session, after.version())) {
      return succeededFuture(Step.to(session));
    }
    return isBehind(session, after) ? loadAnew(session) : apply(session, after);
  }

  /**
   * The session may have missed edits: its lists become those that are stored, and what differs is
   * told as above; usually that is nothing. A store that does not answer leaves the session as it
   * is, and in doubt.
   */
  Future<Step<NsState, NsMessage>> loadAnew(SignedIn session) {
    return addressBook
        .load(session.handle())
        .transform(
            loaded ->
                loaded.succeeded()
                    ? loaded(certain(session), loaded.result())
                    : notLoaded(session, loaded.cause()));
  }

  private static SignedIn certain(SignedIn session) {
    return session.with(session.progress().listsInDoubt(false));
  }

  /** Nothing is found for an account that was removed: the end of its sessions is on the way. */
  private Future<Step<NsState, NsMessage>> loaded(SignedIn session, Optional<Roster> found) {
    return found
        .filter(lists -> !isBehind(session, lists))
        .map(lists -> apply(session, lists))
        .orElseGet(() -> succeededFuture(Step.to(session)));
  }

  private static Future<Step<NsState, NsMessage>> notLoaded(SignedIn session, Throwable fault) {
    return fault instanceof StoreUnavailableException
        ? succeededFuture(Step.to(session.with(session.progress().listsInDoubt(true))))
        : failedFuture(fault);
  }

  private static boolean isBehind(SignedIn session, Roster lists) {
    return lists.version().number() < session.roster().version().number();
  }

  private Future<Step<NsState, NsMessage>> apply(SignedIn session, Roster after) {
    var messages = new ArrayList<NsMessage>(differences(session, after));
    var followed = after.watched().stream().filter(one -> !session.roster().watches(one)).toList();
    var followers = missing(after, session.roster(), ContactList.RL);
    return presence
        .rearranged(session, after)
        .onSuccess(next -> followers.forEach(one -> introduce(next, one)))
        .compose(next -> show(next, followed, messages));
  }

  private Future<Step<NsState, NsMessage>> show(
      SignedIn session, List<Handle> followed, List<NsMessage> messages) {
    if (!session.progress().synchronised()) {
      messages.clear();
    }
    if (followed.isEmpty() || !session.self().announced()) {
      return succeededFuture(new Step<>(session, messages));
    }
    return presence
        .present(session, followed)
        .recover(RosterNews::nobodyYet)
        .map(
            those -> {
              those.forEach(one -> messages.add(new NsMessage.Nln(one)));
              return new Step<NsState, NsMessage>(session, messages);
            });
  }

  /** Whoever is not shown for want of the store is when the session is compared next. */
  private static Future<List<Appearance>> nobodyYet(Throwable fault) {
    return fault instanceof StoreUnavailableException
        ? succeededFuture(List.of())
        : failedFuture(fault);
  }

  private static List<NsMessage> differences(SignedIn session, Roster after) {
    var before = session.roster();
    var listing = session.dialect().traits().listing();
    var messages = new ArrayList<NsMessage>();
    for (var list : LISTS) {
      missing(before, after, list).stream()
          .map(one -> before.contact(one).orElseThrow())
          .forEach(one -> messages.add(removal(listing, list, after.version(), one)));
    }
    for (var list : LISTS) {
      missing(after, before, list).stream()
          .map(one -> after.contact(one).orElseThrow())
          .forEach(one -> messages.addAll(addition(listing, list, after, one)));
    }
    return messages;
  }

  /** Those who are on {@code list} of one and not of the other. */
  private static List<Handle> missing(Roster one, Roster other, ContactList list) {
    return one.on(list).stream().filter(who -> !other.on(list).contains(who)).toList();
  }

  private static List<NsMessage> addition(
      Listing listing, ContactList list, Roster after, Contact contact) {
    if (list == ContactList.RL) {
      return List.of(follower(after, contact.handle(), contact.nickname()));
    }
    boolean followed = list == ContactList.FL;
    var messages = new ArrayList<NsMessage>();
    messages.add(
        new RosterMessage.Add(
            TrId.ASYNCHRONOUS,
            list,
            after.version(),
            contact.handle(),
            contact.nickname(),
            followed ? Optional.of(contact.groups().first()) : Optional.empty(),
            followed ? Optional.of(contact.guid()) : Optional.empty()));
    if (followed) {
      messages.addAll(memberships(listing, after, contact));
    }
    return messages;
  }

  /** Tagged lines put a new contact into no group: each one is a line of its own. */
  private static List<NsMessage> memberships(Listing listing, Roster after, Contact contact) {
    return switch (listing) {
      case LONG, BITMASK -> List.of();
      case TAGGED ->
          after.groups().stream()
              .filter(group -> !group.id().equals(GroupId.OTHER_CONTACTS))
              .filter(group -> contact.groups().contains(group.id()))
              .<NsMessage>map(
                  group ->
                      new GuidMessage.AddedToGroup(TrId.ASYNCHRONOUS, contact.guid(), group.guid()))
              .toList();
    };
  }

  private static NsMessage removal(
      Listing listing, ContactList list, ListVersion version, Contact contact) {
    return switch (listing) {
      case LONG, BITMASK -> removal(list, version, contact.handle());
      case TAGGED ->
          list == ContactList.FL
              ? new GuidMessage.ContactRemoved(TrId.ASYNCHRONOUS, contact.guid(), Optional.empty())
              : removal(list, version, contact.handle());
    };
  }

  private static RosterMessage removal(ContactList list, ListVersion version, Handle handle) {
    return new RosterMessage.Rem(TrId.ASYNCHRONOUS, list, version, handle, Optional.empty());
  }

  private static boolean isOld(SignedIn session, ListVersion version) {
    return version.number() <= session.progress().since().number();
  }

  private static Step<NsState, NsMessage> tell(SignedIn session, NsMessage message) {
    return session.progress().synchronised() ? Step.to(session, message) : Step.to(session);
  }
}
