package im.monarch.domain.guessing;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * So many a minute for each key, in a fixed amount of memory. Keys share slots by hash: two that
 * meet share an allowance, which is rare and harms nobody for long. Safe to share.
 *
 * <p>A slot is the moment, in microseconds, when its allowance will be full again; each use moves
 * it one interval on, and it may lie only so far ahead. Half of the allowance can be used at once,
 * the other half comes back in the course of a minute: so no minute sees more than all of it.
 */
final class RateLimit {

  private static final int SLOTS = 1 << 16;
  private static final long MINUTE = TimeUnit.MINUTES.toMicros(1);

  private final AtomicLongArray fullAgain = new AtomicLongArray(SLOTS);
  private final long interval;
  private final long reach;
  private final Clock clock;

  /**
   * @param perMinute at most so many within any 60 seconds; 2 or more
   */
  RateLimit(int perMinute, Clock clock) {
    int burst = perMinute / 2;
    this.interval = Math.ceilDiv(MINUTE, perMinute - burst);
    this.reach = burst * interval;
    this.clock = clock;
  }

  /**
   * Uses one.
   *
   * @return how long until there is one to use; zero if there was
   */
  Duration take(long key) {
    long now = TimeUnit.MILLISECONDS.toMicros(clock.millis());
    int slot = slot(key);
    while (true) {
      long before = fullAgain.get(slot);
      // Never further ahead than a clock that runs forward allows: it may have been set back.
      long after = Math.clamp(before, now, now + reach) + interval;
      if (after > now + reach) {
        return Duration.of(after - now - reach, ChronoUnit.MICROS);
      }
      if (fullAgain.compareAndSet(slot, before, after)) {
        return Duration.ZERO;
      }
    }
  }

  /** Takes back one use. */
  void giveBack(long key) {
    fullAgain.addAndGet(slot(key), -interval);
  }

  private static int slot(long key) {
    return (int) (key & (SLOTS - 1));
  }
}
