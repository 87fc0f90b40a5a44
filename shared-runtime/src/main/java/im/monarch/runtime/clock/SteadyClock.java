package im.monarch.runtime.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Counts on from a time it was told, by the monotonic clock: it is not touched when the clock of
 * the machine is put forward or back. Safe to share.
 */
public final class SteadyClock extends Clock {

  private final LongSupplier ticks;
  private final ZoneId zone;
  private final AtomicReference<Reading> last;

  private record Reading(Instant time, long tick) {}

  private SteadyClock(LongSupplier ticks, ZoneId zone, AtomicReference<Reading> last) {
    this.ticks = ticks;
    this.zone = zone;
    this.last = last;
  }

  /** It is what the machine says, once. */
  public static SteadyClock fromNow() {
    return of(Instant.now(), System::nanoTime);
  }

  /**
   * @param ticks as of {@link System#nanoTime}
   */
  static SteadyClock of(Instant now, LongSupplier ticks) {
    var first = new Reading(now, ticks.getAsLong());
    return new SteadyClock(ticks, ZoneOffset.UTC, new AtomicReference<>(first));
  }

  /**
   * Somebody else was asked what time it is.
   *
   * @param asked when, by {@link System#nanoTime}; the answer is from between then and now
   */
  public void set(Instant time, long asked) {
    long now = ticks.getAsLong();
    last.set(new Reading(time, asked + (now - asked) / 2));
  }

  @Override
  public Instant instant() {
    var reading = last.get();
    return reading.time().plusNanos(ticks.getAsLong() - reading.tick());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId another) {
    return new SteadyClock(ticks, another, last);
  }
}
