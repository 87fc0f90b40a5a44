package im.monarch.conformance.chaos.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All rules. */
public final class Checker {

  private final List<Rule> rules = new ArrayList<>();

  private Checker(List<Window> excuses) {
    rules.addAll(
        List.of(
            new OneLiveSession(excuses),
            new FencedEdits(excuses.isEmpty()),
            new Survivors(excuses),
            new AcknowledgedEdits(),
            new InverseLists(),
            new RisingVersions(),
            new Conversations(),
            new Blocks(),
            new Views()));
  }

  /** For times in which the processes could reach each other and the database. */
  public static Checker strict() {
    return new Checker(List.of());
  }

  /**
   * For times in which some could not.
   *
   * @param excuses when two sessions of an account could not know of each other
   */
  public static Checker excusing(List<Window> excuses) {
    return new Checker(excuses);
  }

  /** Every promise that was not kept, by time. */
  public List<Violation> check(History history) {
    return rules.stream()
        .flatMap(rule -> rule.check(history).stream())
        .sorted(Comparator.comparingLong(Violation::at))
        .toList();
  }
}
