package im.monarch.domain.limits;

/**
 * How fast something may go.
 *
 * @param perSecond what comes back in a second, above 0
 * @param burst what may be used at once, at least 1
 */
public record Rate(double perSecond, long burst) {

  private static final double NANOS = 1e9;

  public Rate {
    if (perSecond <= 0 || burst < 1) {
      throw new IllegalArgumentException(
          "rate: " + perSecond + " a second, " + burst + " at once (expected: above 0)");
    }
  }

  /** As much in a minute as at once. */
  public static Rate perMinute(int count) {
    return new Rate(count / 60.0, count);
  }

  /** As much in a second as at once. */
  public static Rate perSecond(int count) {
    return new Rate(count, count);
  }

  /** How long {@code amount} takes to come back, in nanoseconds. */
  long nanos(long amount) {
    return (long) (amount * (NANOS / perSecond));
  }
}
