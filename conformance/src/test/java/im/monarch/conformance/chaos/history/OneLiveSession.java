package im.monarch.conformance.chaos.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Five seconds after an account has been signed in anew, or after a fault has gone that kept the
 * news of that from the older session, nothing that the older session says is acknowledged.
 *
 * @param excuses the faults that may keep two sessions alive, each until the moment from which the
 *     five seconds count
 */
record OneLiveSession(List<Window> excuses) implements Rule {

  private static final long GRACE = 5_000_000_000L;

  OneLiveSession {
    excuses = List.copyOf(excuses);
  }

  @Override
  public List<Violation> check(History history) {
    var violations = new ArrayList<Violation>();
    for (var takeover : Takeover.all(history)) {
      long latest = latest(takeover.winner().welcomed());
      for (var command : takeover.loser().commands()) {
        if (command.said() > latest && command.acknowledged()) {
          violations.add(
              new Violation(
                  "one live session",
                  command.said(),
                  takeover + ", yet the former was told: " + command.answer().get().line()));
        }
      }
    }
    return violations;
  }

  private long latest(long takenOver) {
    long latest = takenOver + GRACE;
    for (var excuse : excuses) {
      if (excuse.from() <= latest && takenOver <= excuse.until()) {
        latest = Math.max(latest, excuse.until() + GRACE);
      }
    }
    return latest;
  }
}
