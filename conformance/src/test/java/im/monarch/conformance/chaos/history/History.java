package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Event.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened, in order.
 *
 * @param events by time
 */
public record History(List<Event> events) {

  public History {
    events = List.copyOf(events);
  }

  /** Connections to notification servers on which somebody has signed in, by the time of that. */
  public List<Session> sessions() {
    return connections(Kind.DIALED_NOTIFICATION).stream()
        .filter(Session::signedIn)
        .sorted((one, other) -> Long.compare(one.claimed(), other.claimed()))
        .toList();
  }

  /** Connections to switchboards. */
  List<Session> calls() {
    return connections(Kind.DIALED_SWITCHBOARD);
  }

  /** What happened until then. */
  public History until(long moment) {
    return new History(events.stream().filter(event -> event.at() <= moment).toList());
  }

  /** How often it happened. */
  public long count(Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).count();
  }

  private List<Session> connections(Kind dialed) {
    Map<Integer, List<Event>> byConnection = new LinkedHashMap<>();
    for (var event : events) {
      if (event.kind() == dialed) {
        byConnection.put(event.connection(), new ArrayList<>());
      }
      var of = byConnection.get(event.connection());
      if (of != null) {
        of.add(event);
      }
    }
    return byConnection.values().stream().map(Session::new).toList();
  }
}
