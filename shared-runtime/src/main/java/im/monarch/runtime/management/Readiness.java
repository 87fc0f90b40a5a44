package im.monarch.runtime.management;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether a process should be sent work. Not before everything listens; not while it ends. */
public final class Readiness {

  private final AtomicBoolean ready = new AtomicBoolean();

  public void ready() {
    ready.set(true);
  }

  public void notReady() {
    ready.set(false);
  }

  public boolean isReady() {
    return ready.get();
  }
}
