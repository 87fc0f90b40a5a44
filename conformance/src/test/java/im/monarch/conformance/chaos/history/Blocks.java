package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Edits.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who is blocked never sees how the blocker has appeared since the block was acknowledged,
 * and cannot invite them to a conversation. Every appearance is unique, so that an older one which
 * arrives late is not mistaken for a leak.
 */
record Blocks() implements Rule {

  private static final String NAME = "who is blocked sees nothing";

  /** By their marks: when it was asked for, and by whom. */
  private record Change(String who, long said) {}

  @Override
  public List<Violation> check(History history) {
    var edits = new Edits(history);
    var changes = changes(history);
    var violations = new ArrayList<Violation>();
    for (var session : history.sessions()) {
      for (var event : session.heard()) {
        Appearance.seen(event)
            .map(sighting -> changes.get(sighting.appearance().mark()))
            .filter(
                change -> blocked(edits, change.who(), session.who(), change.said(), event.at()))
            .ifPresent(
                change ->
                    violations.add(
                        new Violation(NAME, event.at(), session + " hears " + event.line())));
      }
    }
    for (var call : history.calls()) {
      for (var command : call.commands()) {
        if (command.verb().equals("CAL") && command.acknowledged()) {
          long answered = command.answer().orElseThrow().at();
          if (blocked(edits, command.word(2), call.who(), command.said(), answered)) {
            violations.add(new Violation(NAME, answered, call + " rings " + command.word(2)));
          }
        }
      }
    }
    return violations;
  }

  private static boolean blocked(Edits edits, String blocker, String who, long from, long to) {
    return edits.certainly(new Place(blocker, "BL", who), from, to);
  }

  private static Map<String, Change> changes(History history) {
    var changes = new HashMap<String, Change>();
    for (var session : history.sessions()) {
      for (var command : session.commands()) {
        if (command.verb().equals("CHG")) {
          changes.put(command.word(3), new Change(session.who(), command.said()));
        }
      }
    }
    return changes;
  }
}
