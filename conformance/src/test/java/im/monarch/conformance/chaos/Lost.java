package im.monarch.conformance.chaos;

import im.monarch.conformance.chaos.history.Event;
import im.monarch.conformance.chaos.history.Event.Kind;
import im.monarch.conformance.chaos.history.History;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who was hung up on. */
final class Lost {

  private Lost() {}

  /** By which ends of connections to a notification server; those of the time between. */
  static List<Event> sessions(History history, long from, long until) {
    Set<Integer> notification = new HashSet<>();
    var lost = new ArrayList<Event>();
    for (var event : history.events()) {
      if (event.kind() == Kind.DIALED_NOTIFICATION) {
        notification.add(event.connection());
      }
      boolean cut = event.kind() == Kind.CUT && event.at() > from && event.at() < until;
      if (cut && notification.contains(event.connection())) {
        lost.add(event);
      }
    }
    return lost;
  }
}
