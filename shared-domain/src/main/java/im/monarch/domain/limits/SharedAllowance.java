package im.monarch.domain.limits;

import java.util.concurrent.atomic.AtomicLong;

/** An {@link Allowance} that many threads use. Times are those of {@link System#nanoTime}. */
public final class SharedAllowance {

  private final Rate rate;
  private final AtomicLong fullAgain;

  /** All of it, at {@code now}. */
  public SharedAllowance(Rate rate, long now) {
    this.rate = rate;
    this.fullAgain = new AtomicLong(now);
  }

  /** Uses one if there is one left. */
  public boolean take(long now) {
    while (true) {
      long before = fullAgain.get();
      long after = now + Math.max(0, before - now) + rate.nanos(1);
      if (after - now > rate.nanos(rate.burst())) {
        return false;
      }
      if (fullAgain.compareAndSet(before, after)) {
        return true;
      }
    }
  }
}
