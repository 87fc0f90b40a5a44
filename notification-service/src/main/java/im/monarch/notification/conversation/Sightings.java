package im.monarch.notification.conversation;

import im.monarch.domain.presence.Moment;
import im.monarch.protocol.vocabulary.Handle;
import java.util.HashMap;
import java.util.Map;

/**
 * Whom one client has been shown, and as of when: what keeps late or double news from it. Belongs
 * to one conversation and changes in its turns only; a fresh map for every change would cost more
 * than everything else a presence line costs.
 */
final class Sightings {

  private record Sighting(Moment at, boolean shown) {}

  private final Map<Handle, Sighting> sightings = new HashMap<>(4);

  /** Notes that {@code contact} is to be seen since {@code at}; yields whether that is new. */
  boolean appears(Handle contact, Moment at) {
    var last = sightings.get(contact);
    if (last != null && !at.isAfter(last.at())) {
      return false;
    }
    sightings.put(contact, new Sighting(at, true));
    return true;
  }

  /**
   * Notes that {@code contact} is not to be seen since {@code at}; yields whether the client has to
   * be told. The same moment counts: it can be known from the directory before the news arrives.
   */
  boolean vanishes(Handle contact, Moment at) {
    var last = sightings.get(contact);
    if (last != null && last.at().isAfter(at)) {
      return false;
    }
    sightings.put(contact, new Sighting(at, false));
    return last != null && last.shown();
  }

  /** Whether the client has {@code contact} on the screen. */
  boolean shows(Handle contact) {
    var last = sightings.get(contact);
    return last != null && last.shown();
  }

  /** The client no longer follows {@code contact}: it may be shown again from the start. */
  void forget(Handle contact) {
    sightings.remove(contact);
  }
}
