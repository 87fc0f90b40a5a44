package im.monarch.domain.switchboards;

/**
 * The outcome of presenting a key.
 *
 * @param <P> what it had to be good for
 */
public sealed interface Redemption<P extends Purpose> {

  /** Good, and from now on good for nothing. */
  record Granted<P extends Purpose>(P purpose) implements Redemption<P> {}

  /** Not good; clients are not told why. */
  record Refused<P extends Purpose>(Reason reason) implements Redemption<P> {}

  /** For the log and the metrics. */
  enum Reason {
    /** Never issued, used before, or gone long ago. */
    UNKNOWN,
    /** Somebody else's, or for something else. */
    FOREIGN,
    /** Not used in time. */
    LATE
  }
}
