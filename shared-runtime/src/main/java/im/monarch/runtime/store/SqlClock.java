package im.monarch.runtime.store;

import im.monarch.runtime.clock.SteadyClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time as the database has it, and with it every process of the service, whatever the clocks of
 * their machines say. Asked for now and then; in between, and while the database is away, counted
 * on.
 */
final class SqlClock {

  private static final Logger LOG = LoggerFactory.getLogger(SqlClock.class);
  private static final String NOW = "SELECT clock_timestamp() AS now";
  private static final long PERIOD_MILLIS = 10_000;

  /** An answer that took longer may be wrong by half of that, which matters to tickets. */
  private static final Duration SLOW = Duration.ofSeconds(1);

  /** A process that has just started is slow, and any answer is better than none. */
  private static final Duration FIRST = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final Database database;
  private final SteadyClock clock = SteadyClock.fromNow();
  private final long timer;

  private SqlClock(Vertx vertx, Database database) {
    this.vertx = vertx;
    this.database = database;
    this.timer = vertx.setPeriodic(PERIOD_MILLIS, tick -> follow());
  }

  /** Yields when it is right. */
  static Future<SqlClock> start(Vertx vertx, Database database) {
    var clock = new SqlClock(vertx, database);
    return clock.read(FIRST).map(clock).onFailure(failure -> clock.stop());
  }

  Clock clock() {
    return clock;
  }

  void stop() {
    vertx.cancelTimer(timer);
  }

  private void follow() {
    read(SLOW).onFailure(failure -> LOG.atDebug().setCause(failure).log("clock not read"));
  }

  /**
   * @param most how long the answer may take; it counts for nothing otherwise
   */
  private Future<Void> read(Duration most) {
    long asked = System.nanoTime();
    return database
        .read(client -> client.query(NOW).execute())
        .map(rows -> rows.iterator().next().get(OffsetDateTime.class, "now").toInstant())
        .onSuccess(
            now -> {
              if (System.nanoTime() - asked <= most.toNanos()) {
                clock.set(now, asked);
              }
            })
        .mapEmpty();
  }
}
