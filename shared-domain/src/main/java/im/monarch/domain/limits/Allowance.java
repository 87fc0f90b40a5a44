package im.monarch.domain.limits;

/**
 * What somebody may still use of a {@link Rate}. Kept as one number, the moment when everything
 * will have come back. Times are those of {@link System#nanoTime}. Not safe to share.
 */
public final class Allowance {

  private final Rate rate;
  private long fullAgain;

  /** All of it, at {@code now}. */
  public Allowance(Rate rate, long now) {
    this.rate = rate;
    this.fullAgain = now;
  }

  /** Uses one if there is one left. */
  public boolean take(long now) {
    if (!has(now)) {
      return false;
    }
    use(1, now);
    return true;
  }

  /** Whether there is one left. */
  public boolean has(long now) {
    return missing(now) + rate.nanos(1) <= rate.nanos(rate.burst());
  }

  /**
   * Uses {@code amount} whether or not there is as much.
   *
   * @return how long until nothing is owed, in nanoseconds; 0 if nothing is
   */
  public long use(long amount, long now) {
    fullAgain = now + missing(now) + rate.nanos(amount);
    return Math.max(0, missing(now) - rate.nanos(rate.burst()));
  }

  /** Gives everything back. */
  public void restore(long now) {
    fullAgain = now;
  }

  private long missing(long now) {
    return Math.max(0, fullAgain - now);
  }
}
