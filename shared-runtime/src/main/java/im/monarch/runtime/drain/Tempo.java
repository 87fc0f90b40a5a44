package im.monarch.runtime.drain;

import java.time.Duration;

/**
 * How fast people are sent away: evenly, at the rate that was set, or faster where that would take
 * too long.
 *
 * @param perSecond above 0
 */
public record Tempo(double perSecond) {

  private static final double NANOS = 1e9;

  /**
   * For {@code people} who have to be gone.
   *
   * @param perSecond what was set
   * @param within how long it may take
   */
  public static Tempo of(int people, int perSecond, Duration within) {
    return new Tempo(Math.max(perSecond, people * NANOS / Math.max(1, within.toNanos())));
  }

  /**
   * How many should have gone by now, the first one at once.
   *
   * @param elapsed since the beginning, in nanoseconds
   */
  public long due(long elapsed) {
    return 1 + (long) (elapsed * perSecond / NANOS);
  }
}
