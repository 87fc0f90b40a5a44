package im.monarch.conformance.visibility;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Goes from situation to situation until every wanted case was seen. */
final class Walk {

  private final Function<Case, Optional<String>> play;
  private final Map<Case, Optional<String>> seen = new HashMap<>();
  private Situation here = Situation.FIRST;

  /**
   * @param play plays a case where the one before it has led, and yields what was wrong; when
   *     something was, it begins anew with the first situation
   */
  Walk(Function<Case, Optional<String>> play) {
    this.play = play;
  }

  /** What came of each of {@code wanted}, and of what lay on the way. */
  Map<Case, Optional<String>> through(Set<Case> wanted) {
    var path = pathToNext(wanted);
    while (!path.isEmpty()) {
      for (var step : path) {
        var difference = play.apply(step);
        seen.merge(step, difference, (first, second) -> first.isPresent() ? first : second);
        if (difference.isPresent()) {
          here = Situation.FIRST;
          break;
        }
        here = step.next();
      }
      path = pathToNext(wanted);
    }
    return seen;
  }

  /** The shortest way to a wanted case that was not seen yet; empty when there is none. */
  private List<Case> pathToNext(Set<Case> wanted) {
    var ways = new ArrayDeque<List<Case>>();
    var visited = new HashMap<Situation, Boolean>();
    ways.add(List.of());
    while (!ways.isEmpty()) {
      var way = ways.removeFirst();
      var end = way.isEmpty() ? here : way.getLast().next();
      if (visited.put(end, true) == null) {
        for (var move : Move.values()) {
          if (end.after(move).isPresent()) {
            var longer = new ArrayList<>(way);
            longer.add(new Case(end, move));
            if (wanted.contains(longer.getLast()) && !seen.containsKey(longer.getLast())) {
              return longer;
            }
            ways.add(longer);
          }
        }
      }
    }
    return List.of();
  }
}
