package im.monarch.runtime.drain;

import io.vertx.core.Future;

/** A server in which people stay for a while. */
public interface Drainable {

  /** Lets nobody new in from here on. */
  void close();

  /** Gets everybody to leave; completes when nobody is left, or nobody should wait any longer. */
  Future<Void> empty();
}
