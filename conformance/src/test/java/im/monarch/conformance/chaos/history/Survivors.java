package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Event.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Of all sessions of an account one is left in the end, if anybody is still there; it is never told
 * that it is signed in elsewhere. Each of the others is told once: never twice, and not at all only
 * if there was nobody to tell it, or nobody to be told. A session is left if it answers what is
 * said after {@link #END}.
 *
 * @param excuses when processes could not know of each other's sessions
 */
public record Survivors(List<Window> excuses) implements Rule {

  /** Everybody then asks for a sign of life, on each connection that seems to be there. */
  public static final String END = "who is there?";

  private static final String NAME = "one survivor";
  private static final long SECOND = 1_000_000_000L;

  /** How long the news may take. */
  private static final long GRACE = 5 * SECOND;

  public Survivors {
    excuses = List.copyOf(excuses);
  }

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
    violations.addAll(untold(history));
    return violations;
  }

  private List<Violation> untold(History history) {
    var violations = new ArrayList<Violation>();
    var done = new HashSet<Session>();
    for (var takeover : Takeover.all(history)) {
      var loser = takeover.loser();
      if (loser.toldElsewhere() == 0 && mustBeTold(history, takeover) && done.add(loser)) {
        violations.add(
            new Violation(NAME, takeover.winner().welcomed(), takeover + ", and is not told"));
      }
    }
    return violations;
  }

  /** The client was there for as long as the news may take, or until the server hung up. */
  private boolean mustBeTold(History history, Takeover takeover) {
    var loser = takeover.loser();
    long lost = takeover.winner().welcomed();
    long latest = Math.min(lost + GRACE, loser.ended());
    boolean there = loser.ended() > lost && loser.leaves() > latest;
    return there
        && excuses.stream().noneMatch(each -> each.from() <= latest && lost <= each.until() + GRACE)
        && outlives(history, loser.node(), latest);
  }

  /** Somebody who was there before is served a second later: process and lease have not ended. */
  private static boolean outlives(History history, String node, long moment) {
    return history.sessions().stream()
        .filter(session -> session.node().equals(node) && session.welcomed() < moment)
        .flatMap(session -> session.heard().stream())
        .anyMatch(event -> event.at() > moment + SECOND);
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
