package im.monarch.switchboard.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What one visit heard, understood.
 *
 * @param entered whether it got in
 * @param stays what it heard of others, each time they were there
 * @param acknowledged its own messages that everybody else got
 * @param refused its own messages that nobody got
 * @param order all messages of others, in the order in which they came
 */
record View(
    boolean entered,
    List<Stay> stays,
    Set<Integer> acknowledged,
    Set<Integer> refused,
    List<String> order) {

  private static final Pattern SAID =
      Pattern.compile("MSG (\\S+)@\\S+ \\S+ \\d+\r\nvisit (\\d+) says (\\d+)");

  /** Somebody else, from coming to leaving. */
  static final class Stay {
    final String name;

    /** Whether the visit was there first. */
    final boolean seenComing;

    boolean seenLeaving;

    /** The numbers of the visits in which they spoke: one, if all is well. */
    final Set<Integer> visits = new TreeSet<>();

    /** The numbers of what they said. */
    final List<Integer> messages = new ArrayList<>();

    Stay(String name, boolean seenComing) {
      this.name = name;
      this.seenComing = seenComing;
    }

    @Override
    public String toString() {
      return name + visits + messages;
    }
  }

  static View of(List<String> lines) {
    var reader = new Reader();
    lines.forEach(reader::read);
    return new View(
        reader.entered, reader.stays, reader.acknowledged, reader.refused, reader.order);
  }

  /** Understands line by line; what must not happen is an error. */
  private static final class Reader {
    private final List<Stay> stays = new ArrayList<>();
    private final Map<String, Stay> present = new TreeMap<>();
    private final Set<Integer> acknowledged = new TreeSet<>();
    private final Set<Integer> refused = new TreeSet<>();
    private final List<String> order = new ArrayList<>();
    private boolean entered;

    void read(String line) {
      var words = line.split(" ", -1);
      switch (words[0]) {
        case "USR", "ANS" -> entered = true;
        case "IRO" -> comes(line, name(words[4]), false);
        case "JOI" -> comes(line, name(words[1]), true);
        case "BYE" -> leaves(line, name(words[1]));
        case "ACK" -> acknowledged.add(Integer.parseInt(words[1]));
        case "NAK" -> refused.add(Integer.parseInt(words[1]));
        case "MSG" -> speaks(line);
        case "CAL", "208", "215", "217", "911" -> {}
        default -> throw new AssertionError(line);
      }
    }

    private static String name(String handle) {
      return handle.replace("@example.com", "");
    }

    private void comes(String line, String name, boolean seen) {
      var stay = new Stay(name, seen);
      stays.add(stay);
      if (entered != seen || present.put(name, stay) != null) {
        throw new AssertionError(line);
      }
    }

    private void leaves(String line, String name) {
      var stay = present.remove(name);
      if (stay == null) {
        throw new AssertionError(line);
      }
      stay.seenLeaving = true;
    }

    private void speaks(String line) {
      var said = SAID.matcher(line);
      if (!said.matches()) {
        return;
      }
      var stay = present.get(said.group(1));
      if (stay == null || !entered) {
        throw new AssertionError(line);
      }
      stay.visits.add(Integer.parseInt(said.group(2)));
      stay.messages.add(Integer.parseInt(said.group(3)));
      order.add(said.group(2) + '#' + said.group(3));
    }
  }
}
