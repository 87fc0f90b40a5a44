package im.monarch.conformance.chaos.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Each acknowledged edit of an account has a higher version than the one before, on whatever
 * connection that was; whoever asks for the lists afterwards is not told a lower one.
 */
record RisingVersions() implements Rule {

  private static final String NAME = "versions rise";

  /** A version that was seen, and whether it has to be higher than the one before. */
  private record Seen(long asked, long at, long version, boolean higher, Session session) {}

  @Override
  public List<Violation> check(History history) {
    var violations = new ArrayList<Violation>();
    for (var sessions : Takeover.byAccount(history).values()) {
      var seen = new ArrayList<Seen>();
      sessions.forEach(session -> read(session, seen));
      for (var later : seen) {
        for (var earlier : seen) {
          if (earlier.at() < later.asked() && falls(earlier, later)) {
            violations.add(
                new Violation(
                    NAME,
                    later.at(),
                    "%s is told %d, but %s was told %d before"
                        .formatted(
                            later.session(),
                            later.version(),
                            earlier.session(),
                            earlier.version())));
          }
        }
      }
    }
    return violations;
  }

  private static boolean falls(Seen earlier, Seen later) {
    return later.higher()
        ? later.version() <= earlier.version()
        : later.version() < earlier.version();
  }

  private static void read(Session session, List<Seen> seen) {
    boolean first = true;
    for (var command : session.commands()) {
      boolean edit = Edits.isEdit(command);
      boolean lists = command.verb().equals("SYN");
      if (command.acknowledged() && (edit || lists)) {
        long at = command.answer().orElseThrow().at();
        long version = Long.parseLong(command.answered(edit ? 3 : 2));
        long asked = lists && first ? session.claimed() : command.said();
        seen.add(new Seen(asked, at, version, edit, session));
      }
      first = first && !lists;
    }
  }
}
