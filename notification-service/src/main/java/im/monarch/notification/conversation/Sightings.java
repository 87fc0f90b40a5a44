package im.monarch.notification.conversation;

import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.protocol.vocabulary.Handle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom one client has been shown, and as of when: what keeps late or double news from it. Belongs
 * to one conversation and changes in its turns only; a fresh map for every change would cost more
 * than everything else a presence line costs.
 */
final class Sightings {

  private enum View {
    SHOWN,
    /** Not to be seen by this user, as they say themselves. */
    HIDDEN,
    /** There, but did not admit this user when the store was asked. */
    DENIED,
    /** Gone without a word: may be there again as they were. */
    LOST
  }

  private record Sighting(Moment at, View view) {}

  /** What a comparison with the directory says about one contact. */
  enum Doubt {
    NONE,
    /** Shown, and no longer there. */
    GONE,
    /** There, and not shown like that: the contact may not want to be seen. */
    PERHAPS_THERE
  }

  private final Map<Handle, Sighting> sightings = new HashMap<>(4);

  /** While the directory is being read. */
  private Optional<Mark> mark = Optional.empty();

  /**
   * What is later than what the directory says.
   *
   * @param self when the user was last announced, before it was read
   * @param news those noted since then
   */
  record Mark(Moment self, Set<Handle> news) {}

  /** Notes that {@code contact} is to be seen since {@code at}; yields whether that is new. */
  boolean appears(Handle contact, Moment at) {
    var last = sightings.get(contact);
    boolean isNews =
        last == null
            || at.isAfter(last.at())
            || (last.view() == View.DENIED && at.equals(last.at()));
    if (isNews) {
      note(contact, at, View.SHOWN);
    }
    return isNews;
  }

  /**
   * Notes that {@code contact} is not to be seen since {@code at}; yields whether the client has to
   * be told. The same moment counts: it can be known from the directory before the news arrives.
   */
  boolean vanishes(Handle contact, Moment at) {
    return ends(contact, at, View.HIDDEN);
  }

  /** The same for a contact who is there and does not admit the user. */
  boolean isDenied(Handle contact, Moment at) {
    return ends(contact, at, View.DENIED);
  }

  /** The same for a contact who went without a word. */
  boolean isLost(Handle contact, Moment at) {
    return ends(contact, at, View.LOST);
  }

  private boolean ends(Handle contact, Moment at, View view) {
    var last = sightings.get(contact);
    if (last != null && last.at().isAfter(at)) {
      return false;
    }
    note(contact, at, view);
    return last != null && last.view() == View.SHOWN;
  }

  /** Notes as lost those of {@code departed} who are shown; yields them. */
  List<Handle> lose(Map<Handle, Moment> departed) {
    var smaller = departed.size() < sightings.size() ? departed.keySet() : sightings.keySet();
    var shown = new ArrayList<Handle>();
    for (var contact : List.copyOf(smaller)) {
      var at = departed.get(contact);
      if (at != null && shows(contact) && isLost(contact, at)) {
        shown.add(contact);
      }
    }
    return shown;
  }

  /** Whether the client has {@code contact} on the screen. */
  boolean shows(Handle contact) {
    var last = sightings.get(contact);
    return last != null && last.view() == View.SHOWN;
  }

  /** The client no longer follows {@code contact}: it may be shown again from the start. */
  void forget(Handle contact) {
    sightings.remove(contact);
    mark.ifPresent(it -> it.news().add(contact));
  }

  private void note(Handle contact, Moment at, View view) {
    sightings.put(contact, new Sighting(at, view));
    mark.ifPresent(it -> it.news().add(contact));
  }

  /** The directory is about to be read: what is noted from here on is later than it. */
  void mark(Moment self) {
    mark = Optional.of(new Mark(self, new HashSet<>(2)));
  }

  /** What came since {@link #mark}; empty if there was none. Ends it. */
  Optional<Mark> unmark() {
    var last = mark;
    mark = Optional.empty();
    return last;
  }

  /** What is to be done about {@code contact}, who is in the directory or is not. */
  Doubt compare(Handle contact, Optional<Whereabouts> found) {
    var last = Optional.ofNullable(sightings.get(contact));
    boolean there = found.flatMap(Whereabouts::appearance).isPresent();
    var at = found.map(Whereabouts::at);
    if (last.isEmpty()) {
      return there ? Doubt.PERHAPS_THERE : Doubt.NONE;
    }
    boolean later = at.isPresent() && at.get().isAfter(last.get().at());
    boolean earlier = at.isPresent() && last.get().at().isAfter(at.get());
    return switch (last.get().view()) {
      case SHOWN -> there ? orPerhapsThere(later) : earlier ? Doubt.NONE : Doubt.GONE;
      case HIDDEN, DENIED -> orPerhapsThere(there && later);
      case LOST -> orPerhapsThere(there && !earlier);
    };
  }

  private static Doubt orPerhapsThere(boolean doubtful) {
    return doubtful ? Doubt.PERHAPS_THERE : Doubt.NONE;
  }

  /** Notes that {@code contact} is to be seen after all. */
  void isThere(Handle contact, Moment at) {
    note(contact, at, View.SHOWN);
  }

  /** Notes that {@code contact}, who was shown, is in no directory. */
  void isGone(Handle contact, Optional<Moment> at) {
    var last = sightings.get(contact);
    note(contact, at.orElse(last.at()), View.LOST);
  }
}
