package im.monarch.conformance.chaos.history;

/**
 * A time from one moment to another.
 *
 * @param from as in the history
 * @param until as in the history
 */
public record Window(long from, long until) {

  boolean has(long moment) {
    return from < moment && moment < until;
  }
}
