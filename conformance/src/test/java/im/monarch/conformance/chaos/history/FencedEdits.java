package im.monarch.conformance.chaos.history;

import java.util.ArrayList;
import java.util.List;

/**
 * What changes a list and is said after the account's next session was welcomed is not
 * acknowledged, not even in the first second, whatever is broken. Everything else a second later,
 * unless a fault excuses it.
 *
 * @param withinASecond whether nothing may keep the news of a sign-in from the older session
 */
record FencedEdits(boolean withinASecond) implements Rule {

  private static final long SECOND = 1_000_000_000L;

  @Override
  public List<Violation> check(History history) {
    var violations = new ArrayList<Violation>();
    for (var takeover : Takeover.all(history)) {
      long welcomed = takeover.winner().welcomed();
      for (var command : takeover.loser().commands()) {
        boolean tooLate = Edits.isEdit(command) && command.said() > welcomed;
        boolean muchTooLate = withinASecond && command.said() > welcomed + SECOND;
        if ((tooLate || muchTooLate) && command.acknowledged()) {
          violations.add(
              new Violation(
                  "the loser is not acknowledged",
                  command.said(),
                  takeover + ", yet the former was told: " + command.answer().get().line()));
        }
      }
    }
    return violations;
  }
}
