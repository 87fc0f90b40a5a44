package im.monarch.runtime.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnectOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds, of several servers, the one that takes writes. Asked for each new connection: after a
 * failover it is another one.
 */
final class PostgresPrimary {

  private final Vertx vertx;
  private final List<PgConnectOptions> hosts;
  private final long millisEach;
  private final AtomicInteger last = new AtomicInteger();

  /**
   * @param patience for all of them
   */
  PostgresPrimary(Vertx vertx, List<PgConnectOptions> hosts, Duration patience) {
    this.vertx = vertx;
    this.hosts = hosts;
    millisEach = Math.max(1, patience.toMillis() / hosts.size());
  }

  /** How to connect to it. Fails as the last server did that was asked. */
  Future<SqlConnectOptions> find() {
    return find(last.get(), hosts.size() - 1);
  }

  /** The one that was found the last time is asked first. */
  private Future<SqlConnectOptions> find(int index, int left) {
    var host = hosts.get(index);
    return takesWrites(host)
        .timeout(millisEach, TimeUnit.MILLISECONDS)
        .compose(
            yes -> {
              if (!yes) {
                return Future.failedFuture(
                    new IllegalStateException(host.getHost() + " takes no writes"));
              }
              last.set(index);
              return Future.<SqlConnectOptions>succeededFuture(host);
            })
        .recover(
            failure ->
                left == 0
                    ? Future.failedFuture(failure)
                    : find((index + 1) % hosts.size(), left - 1));
  }

  private Future<Boolean> takesWrites(PgConnectOptions host) {
    return PgConnection.connect(vertx, host)
        .compose(
            connection ->
                connection
                    .query("SELECT NOT pg_is_in_recovery() AS writable")
                    .execute()
                    .map(rows -> rows.iterator().next().getBoolean("writable"))
                    .eventually(connection::close));
  }
}
