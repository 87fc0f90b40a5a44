package im.monarch.notification.node;

import java.util.concurrent.atomic.AtomicBoolean;

/** One of the sign-ins under way at a node, until it has succeeded or failed. */
public final class Place {

  private final Runnable release;
  private final AtomicBoolean left = new AtomicBoolean();

  Place(Runnable release) {
    this.release = release;
  }

  /** Leaves room for somebody else; once is as good as twice. */
  public void leave() {
    if (left.compareAndSet(false, true)) {
      release.run();
    }
  }
}
