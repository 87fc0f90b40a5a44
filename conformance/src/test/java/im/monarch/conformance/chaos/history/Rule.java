package im.monarch.conformance.chaos.history;

import java.util.List;

/** A promise, held against what happened. */
@FunctionalInterface
public interface Rule {

  /** Where it was not kept; empty if it was. */
  List<Violation> check(History history);
}
