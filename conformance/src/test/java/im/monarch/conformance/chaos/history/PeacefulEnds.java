package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Event.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * While nothing is broken the server hangs up on nobody who did not go by themselves, but for those
 * whom it has told, once, that the account is signed in elsewhere. For a history without any fault:
 * {@link Survivors} is for the others.
 */
public record PeacefulEnds() implements Rule {

  @Override
  public List<Violation> check(History history) {
    var violations = new ArrayList<Violation>();
    for (var session : history.sessions()) {
      boolean cut = session.events().stream().anyMatch(event -> event.kind() == Kind.CUT);
      long told = session.toldElsewhere();
      if (cut && session.leaves() == Long.MAX_VALUE && told != 1) {
        violations.add(
            new Violation(
                "nobody is hung up on without a word",
                session.ended(),
                session + " hears OUT OTH, times: " + told));
      }
    }
    return violations;
  }
}
