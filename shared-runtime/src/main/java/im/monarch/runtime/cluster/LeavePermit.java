package im.monarch.runtime.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process leaves the cluster at a time: what it holds of the maps goes to the others first. The
 * permit is never given back: it ends with the membership of its holder, and so does that of a
 * holder that dies.
 */
public final class LeavePermit {

  private static final Logger LOG = LoggerFactory.getLogger(LeavePermit.class);
  private static final String NAME = "monarch.leaving";
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);

  private LeavePermit() {}

  /**
   * Completes when it is our turn, or nobody should wait any longer. The member that keeps the lock
   * may be out of reach and never answer.
   */
  public static Future<Void> obtain(Vertx vertx, Duration patience) {
    return orGoAnyway(vertx.sharedData().getLockWithTimeout(NAME, patience.toMillis()), patience);
  }

  /** The lock fails by itself when somebody keeps it, but not when nobody says who does. */
  static Future<Void> orGoAnyway(Future<?> lock, Duration patience) {
    return lock.<Void>mapEmpty()
        .timeout(patience.plus(ANSWER_WITHIN).toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            fault -> {
              LOG.atWarn().addKeyValue("fault", fault).log("leaving while others do");
              return Future.succeededFuture();
            });
  }
}
