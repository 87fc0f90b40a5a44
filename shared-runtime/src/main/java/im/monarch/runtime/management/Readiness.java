package im.monarch.runtime.management;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether a process should be sent work: not before everything listens, not while it ends, not when
 * it has lost the others. And whether it should be started again. Safe on any thread.
 */
public final class Readiness {

  private final AtomicBoolean ready = new AtomicBoolean();
  private final AtomicBoolean ill = new AtomicBoolean();

  public void ready() {
    ready.set(true);
  }

  public void notReady() {
    ready.set(false);
  }

  public boolean isReady() {
    return ready.get() && isLive();
  }

  /** What is wrong is more than waiting mends, or no longer. */
  public void ill(boolean now) {
    ill.set(now);
  }

  /** Whether there is a point in waiting for it. */
  public boolean isLive() {
    return !ill.get();
  }
}
