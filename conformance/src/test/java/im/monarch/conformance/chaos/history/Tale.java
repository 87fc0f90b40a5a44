package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Event.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A history as text, a line for each event: seconds, a connection, what happens.
 *
 * <pre>
 * 1.0 #1 dials alice n1
 * 1.1 #1 welcome
 * 2.0 #1 said PNG
 * 2.1 #1 heard QNG 60
 * 3.0 #2 calls alice s1
 * 4.0 mark compare what everybody sees
 * 0.0 given alice FL bob
 * </pre>
 */
final class Tale {

  private static final int SECONDS = 1_000_000_000;

  private final Map<Integer, Event> dialed = new HashMap<>();
  private final ArrayList<Event> events = new ArrayList<>();

  private Tale() {}

  static History of(String text) {
    var tale = new Tale();
    text.lines().filter(line -> !line.isBlank()).forEach(tale::read);
    tale.events.sort(Comparator.comparingLong(Event::at));
    return new History(tale.events);
  }

  private void read(String line) {
    var parts = line.strip().split(" ", 3);
    long at = (long) (Double.parseDouble(parts[0]) * SECONDS) + events.size();
    if (!parts[1].startsWith("#")) {
      var kind = Kind.valueOf(parts[1].toUpperCase(Locale.ROOT));
      events.add(new Event(at, 0, "-", "-", kind, parts[2]));
      return;
    }
    int connection = Integer.parseInt(parts[1].substring(1));
    var words = parts[2].split(" ", 2);
    var text = words.length > 1 ? words[1].replace('|', '\n') : "";
    switch (words[0]) {
      case "dials" -> dial(at, connection, Kind.DIALED_NOTIFICATION, text);
      case "calls" -> dial(at, connection, Kind.DIALED_SWITCHBOARD, text);
      case "welcome" -> {
        add(at, connection, Kind.SAID, "USR 1 TWN S ticket");
        add(at + SECONDS / 100, connection, Kind.HEARD, "USR 1 OK somebody Somebody 1 0");
      }
      default -> add(at, connection, Kind.valueOf(words[0].toUpperCase(Locale.ROOT)), text);
    }
  }

  private void dial(long at, int connection, Kind kind, String text) {
    var words = text.split(" ", -1);
    var event = new Event(at, connection, words[0], words[1], kind, "");
    dialed.put(connection, event);
    events.add(event);
  }

  private void add(long at, int connection, Kind kind, String text) {
    var dial = dialed.get(connection);
    events.add(new Event(at, connection, dial.who(), dial.node(), kind, text));
  }
}
