package im.monarch.switchboard.room;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs pieces of work one at a time, in the order in which they come, without a thread of its own
 * and without a lock: whoever comes while nothing runs does the work at once; whoever comes in
 * between leaves it to them. Nothing in a turn may wait.
 */
final class Turns {

  private final AtomicInteger pending = new AtomicInteger();
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /** The outcome of {@code turn}; there already if nobody else's was under way. */
  <T> Future<T> take(Supplier<T> turn) {
    if (pending.compareAndSet(0, 1)) {
      var outcome = outcome(turn);
      finish();
      return outcome;
    }
    var promise = Promise.<T>promise();
    waiting.add(() -> outcome(turn).onComplete(promise));
    if (pending.getAndIncrement() == 0) {
      runNext();
    }
    return promise.future();
  }

  /** The same for work without an outcome. */
  Future<Void> run(Runnable turn) {
    return take(
        () -> {
          turn.run();
          return null;
        });
  }

  private static <T> Future<T> outcome(Supplier<T> turn) {
    try {
      return Future.succeededFuture(turn.get());
    } catch (RuntimeException fault) {
      return Future.failedFuture(fault);
    }
  }

  private void finish() {
    if (pending.decrementAndGet() > 0) {
      runNext();
    }
  }

  private void runNext() {
    do {
      waiting.remove().run();
    } while (pending.decrementAndGet() > 0);
  }
}
