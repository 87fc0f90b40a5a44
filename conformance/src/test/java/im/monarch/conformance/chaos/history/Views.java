package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Edits.Place;
import im.monarch.conformance.chaos.history.Event.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What everybody who is there sees of the people on their FL is what these have last chosen, or
 * nothing where they are away, hidden or blocking. Held against every moment that is marked {@link
 * #COMPARE}.
 */
public record Views() implements Rule {

  /** From here on nobody waits any longer for presence to become right. */
  public static final String COMPARE = "compare what everybody sees";

  @Override
  public List<Violation> check(History history) {
    var violations = new ArrayList<Violation>();
    for (var event : history.events()) {
      if (event.kind() == Kind.MARK && event.text().equals(COMPARE)) {
        violations.addAll(now(history.until(event.at())).wrong());
      }
    }
    return violations;
  }

  /**
   * A comparison of all pairs.
   *
   * @param pairs how many there were of whom the lists are certain
   */
  public record Comparison(int pairs, List<Violation> wrong) {
    public Comparison {
      wrong = List.copyOf(wrong);
    }
  }

  /** Compares at the end of the history. */
  public static Comparison now(History history) {
    long end = history.events().isEmpty() ? 0 : history.events().getLast().at();
    var edits = new Edits(history);
    Map<String, Session> there = new TreeMap<>();
    for (var session : history.sessions()) {
      if (session.ended() == Long.MAX_VALUE) {
        there.put(session.who(), session);
      }
    }
    int pairs = 0;
    var wrong = new ArrayList<Violation>();
    for (var observer : there.values()) {
      var seen = seen(observer);
      for (var place : edits.places()) {
        boolean follows = place.owner().equals(observer.who()) && place.list().equals("FL");
        if (follows && edits.certainly(place, end, end)) {
          var blocking = edits.possible(new Place(place.contact(), "BL", observer.who()), end, end);
          if (blocking.size() == 1) {
            pairs++;
            var truth =
                blocking.contains(true)
                    ? Optional.<Appearance>empty()
                    : chosen(Optional.ofNullable(there.get(place.contact())));
            var found = Optional.ofNullable(seen.get(place.contact()));
            if (!truth.equals(found)) {
              wrong.add(
                  new Violation(
                      "presence is true",
                      end,
                      observer + " sees " + place.contact() + " as " + found + ", not " + truth));
            }
          }
        }
      }
    }
    return new Comparison(pairs, wrong);
  }

  private static Optional<Appearance> chosen(Optional<Session> session) {
    return session
        .flatMap(
            there ->
                there.commands().stream()
                    .filter(command -> command.verb().equals("CHG") && command.acknowledged())
                    .map(Appearance::chosen)
                    .reduce((earlier, later) -> later))
        .filter(Appearance::visible);
  }

  private static Map<String, Appearance> seen(Session observer) {
    var seen = new HashMap<String, Appearance>();
    for (var event : observer.heard()) {
      Appearance.seen(event)
          .ifPresent(sighting -> seen.put(sighting.whom(), sighting.appearance()));
      if (event.words()[0].equals("FLN")) {
        seen.remove(event.words()[1]);
      } else if (event.line().startsWith("REM 0 FL ")) {
        seen.remove(Command.word(event, 4));
      }
    }
    for (var command : observer.commands()) {
      forgetIfRemoved(command, observer, seen);
    }
    return seen;
  }

  /** Whoever is taken off FL and put there again is seen anew, from the answer on. */
  private static void forgetIfRemoved(
      Command command, Session observer, Map<String, Appearance> seen) {
    if (!command.verb().equals("REM") || !command.word(2).equals("FL") || !command.acknowledged()) {
      return;
    }
    long removed = command.answer().orElseThrow().at();
    var contact = command.word(3);
    boolean seenSince =
        observer.heard().stream()
            .filter(event -> event.at() > removed)
            .flatMap(event -> Appearance.seen(event).stream())
            .anyMatch(sighting -> sighting.whom().equals(contact));
    if (!seenSince) {
      seen.remove(contact);
    }
  }
}
