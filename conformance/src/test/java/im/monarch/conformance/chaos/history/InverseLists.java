package im.monarch.conformance.chaos.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When nobody edits any more, what one says of their FL and another of their RL is the same: for
 * what was acknowledged and for what was not.
 */
record InverseLists() implements Rule {

  @Override
  public List<Violation> check(History history) {
    var reads = last(history);
    var violations = new ArrayList<Violation>();
    for (var forward : reads.values()) {
      for (var reverse : reads.values()) {
        var owner = forward.session().who();
        var contact = reverse.session().who();
        if (forward.has("FL", contact) != reverse.has("RL", owner)) {
          violations.add(
              new Violation(
                  "RL is FL the other way round",
                  Math.max(forward.done(), reverse.done()),
                  "%s on FL of %s: %s, but the other way round: %s"
                      .formatted(
                          contact, owner, forward.has("FL", contact), reverse.has("RL", owner))));
        }
      }
    }
    return violations;
  }

  /** The last lists of each account, if whoever asked signed in after the last edit. */
  static Map<String, ListRead> last(History history) {
    long quiet = 0;
    for (var session : history.sessions()) {
      for (var command : session.commands()) {
        quiet = Edits.isEdit(command) ? Math.max(quiet, command.said()) : quiet;
      }
    }
    var reads = new HashMap<String, ListRead>();
    for (var read : ListRead.all(history)) {
      if (read.first() && read.session().claimed() > quiet) {
        reads.put(read.session().who(), read);
      }
    }
    return reads;
  }
}
