package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Event.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Of all sessions of an account one is left in the end, if anybody is still there; it is never told
 * that it is signed in elsewhere, and each of the others at most once. A session is left if it
 * answers what is said after {@link #END}.
 */
public record Survivors() implements Rule {

  /** Everybody then asks for a sign of life, on each connection that seems to be there. */
  public static final String END = "who is there?";

  private static final String NAME = "one survivor";

  @Override
  public List<Violation> check(History history) {
    var violations = new ArrayList<Violation>();
    long end =
        history.events().stream()
            .filter(event -> event.kind() == Kind.MARK && event.text().equals(END))
            .mapToLong(Event::at)
            .reduce(Long.MAX_VALUE, (one, later) -> later);
    var asking = new Window(end, nextMark(history, end));
    for (var account : Takeover.byAccount(history).entrySet()) {
      var left = account.getValue().stream().filter(session -> answers(session, asking)).toList();
      boolean asked =
          account.getValue().stream()
              .flatMap(session -> session.commands().stream())
              .anyMatch(command -> asking.has(command.said()));
      if (asked && left.size() != 1) {
        violations.add(new Violation(NAME, end, account.getKey() + " is left as " + left));
      }
      for (var session : account.getValue()) {
        long told = session.toldElsewhere();
        if (told > 1 || (told > 0 && left.contains(session))) {
          violations.add(
              new Violation(NAME, session.welcomed(), session + " hears OUT OTH, times: " + told));
        }
      }
    }
    return violations;
  }

  private static boolean answers(Session session, Window asking) {
    return session.commands().stream()
        .anyMatch(command -> asking.has(command.said()) && command.acknowledged());
  }

  private static long nextMark(History history, long end) {
    return history.events().stream()
        .filter(event -> event.kind() == Kind.MARK && event.at() > end)
        .mapToLong(Event::at)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }
}
