package im.monarch.conformance.chaos.crowd;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a crowd does: act, then keep quiet, then leave. */
public final class Pace {

  private static final int QUIET_PAUSE = 500;

  private final CountDownLatch end = new CountDownLatch(1);
  private final Habits habits;
  private volatile boolean quiet;

  /**
   * @param habits of people who are not quiet
   */
  public Pace(Habits habits) {
    this.habits = habits;
  }

  Habits habits() {
    return habits;
  }

  int pauseMillis() {
    return quiet ? QUIET_PAUSE : habits.pauseMillis();
  }

  boolean quiet() {
    return quiet;
  }

  boolean over() {
    return end.getCount() == 0;
  }

  void beQuiet() {
    quiet = true;
  }

  void stop() {
    end.countDown();
  }

  /** Does nothing for a while, but for the end. */
  void rest(int millis) {
    try {
      boolean ended = end.await(millis, TimeUnit.MILLISECONDS);
      assert !ended || over();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }
}
