package im.monarch.runtime.drain;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something nobody tells us of. */
public final class Patience {

  private static final long LOOK = 100;

  private Patience() {}

  /** Completes when {@code condition} holds, or {@code atMost} is over. */
  public static Future<Void> until(BooleanSupplier condition, Duration atMost, Vertx vertx) {
    if (condition.getAsBoolean()) {
      return Future.succeededFuture();
    }
    var over = Promise.<Void>promise();
    long end = System.nanoTime() + atMost.toNanos();
    vertx.setPeriodic(
        LOOK,
        timer -> {
          if (condition.getAsBoolean() || System.nanoTime() - end >= 0) {
            vertx.cancelTimer(timer);
            over.tryComplete();
          }
        });
    return over.future();
  }
}
