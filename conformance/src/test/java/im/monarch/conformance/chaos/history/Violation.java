package im.monarch.conformance.chaos.history;

/**
 * A promise that was not kept.
 *
 * @param rule which
 * @param what by whom, and how, for people
 * @param at when, as in the history
 */
public record Violation(String rule, long at, String what) {

  @Override
  public String toString() {
    return "%s at %.6f: %s".formatted(rule, at / 1e9, what);
  }
}
