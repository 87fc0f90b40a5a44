package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Edits.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Whoever signs in and asks for their lists finds everything that was acknowledged, and nothing
 * that was never asked for. What was not answered may have happened or not. RL says who has them on
 * FL.
 */
record AcknowledgedEdits() implements Rule {

  private static final String NAME = "no acknowledged edit is lost";

  @Override
  public List<Violation> check(History history) {
    var edits = new Edits(history);
    var violations = new ArrayList<Violation>();
    for (var read : ListRead.all(history)) {
      if (read.first()) {
        for (var place : edits.places()) {
          check(read, place, edits, violations);
        }
        unknown(read, edits, violations);
      }
    }
    return violations;
  }

  private static void check(ListRead read, Place place, Edits edits, List<Violation> violations) {
    var who = read.session().who();
    if (place.owner().equals(who)) {
      boolean found = read.has(place.list(), place.contact());
      compare(read, found, place, edits, violations);
    } else if (place.contact().equals(who) && place.list().equals("FL")) {
      compare(read, read.has("RL", place.owner()), place, edits, violations);
    }
  }

  private static void compare(
      ListRead read, boolean found, Place place, Edits edits, List<Violation> violations) {
    var possible = edits.possible(place, read.session().claimed(), read.done());
    if (!possible.contains(found)) {
      violations.add(
          new Violation(
              NAME,
              read.done(),
              "%s finds %s: %s, which can only be %s after %s"
                  .formatted(read.session(), place, found, possible, edits.of(place))));
    }
  }

  /** Nobody is on a list who was never put there. */
  private static void unknown(ListRead read, Edits edits, List<Violation> violations) {
    var who = read.session().who();
    for (var contact : read.lists().keySet()) {
      for (var list : ListRead.BITS.keySet()) {
        var place =
            list.equals("RL") ? new Place(contact, "FL", who) : new Place(who, list, contact);
        if (read.has(list, contact) && edits.of(place).isEmpty()) {
          violations.add(
              new Violation(
                  NAME, read.done(), read.session() + " finds what nobody made: " + place));
        }
      }
    }
  }
}
