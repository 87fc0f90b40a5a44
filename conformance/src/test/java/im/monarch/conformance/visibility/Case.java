package im.monarch.conformance.visibility;

import java.util.ArrayList;
import java.util.List;

/** A move in a situation. */
record Case(Situation situation, Move move) {

  /** Every move that can be made in any situation. */
  static List<Case> all() {
    var all = new ArrayList<Case>();
    for (var situation : Situation.all()) {
      for (var move : Move.values()) {
        if (situation.after(move).isPresent()) {
          all.add(new Case(situation, move));
        }
      }
    }
    return all;
  }

  Situation next() {
    return situation.after(move).orElseThrow();
  }

  @Override
  public String toString() {
    return situation + ": alice " + move;
  }
}
