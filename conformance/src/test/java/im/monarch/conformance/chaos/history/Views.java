package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Edits.Place;
import im.monarch.conformance.chaos.history.Event.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  /** Whoever is taken off FL and put there again is seen anew, from the answer on. */
  private static Map<String, Appearance> seen(Session observer) {
    var seen = new HashMap<String, Sighting>();
    for (var event : observer.heard()) {
      Appearance.seen(event)
          .ifPresent(one -> seen.put(one.whom(), new Sighting(one.appearance(), event.at())));
      if (event.words()[0].equals("FLN")) {
        seen.remove(event.words()[1]);
      } else if (event.line().startsWith("REM 0 FL ")) {
        seen.remove(Command.word(event, 4));
      }
    }
    for (var command : observer.commands()) {
      if (takesOffForwardList(command)) {
        long removed = command.answer().orElseThrow().at();
        seen.computeIfPresent(command.word(3), (whom, it) -> it.at() > removed ? it : null);
      }
    }
    return seen.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().appearance()));
  }

  private record Sighting(Appearance appearance, long at) {}

  private static boolean takesOffForwardList(Command command) {
    return command.verb().equals("REM") && command.word(2).equals("FL") && command.acknowledged();
  }
}
