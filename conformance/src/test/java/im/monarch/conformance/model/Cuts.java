package im.monarch.conformance.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Cuts a list of steps down to those that are needed to see something fail, by trying without ever
 * smaller pieces of it. Gives up in time: what it has by then is short enough.
 */
final class Cuts {

  private final Predicate<List<Step>> fails;
  private final long deadline;

  /**
   * @param fails plays the steps from the start
   */
  Cuts(Predicate<List<Step>> fails, Duration patience) {
    this.fails = fails;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  List<Step> shortest(List<Step> steps) {
    var shortest = List.copyOf(steps);
    int piece = Math.max(1, shortest.size() / 2);
    while (inTime()) {
      var shorter = withoutPieces(shortest, piece);
      if (shorter.size() == shortest.size() && piece == 1) {
        return shortest;
      }
      piece = Math.max(1, Math.min(piece / 2, shorter.size() / 2));
      shortest = shorter;
    }
    return shortest;
  }

  private List<Step> withoutPieces(List<Step> steps, int piece) {
    var kept = steps;
    int from = 0;
    while (from < kept.size() && inTime()) {
      var candidate = new ArrayList<>(kept.subList(0, from));
      candidate.addAll(kept.subList(Math.min(from + piece, kept.size()), kept.size()));
      if (fails.test(candidate)) {
        kept = candidate;
      } else {
        from += piece;
      }
    }
    return kept;
  }

  private boolean inTime() {
    return System.nanoTime() < deadline;
  }
}
