package im.monarch.runtime.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnectOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds, of several servers, the one that takes writes. Asked for each new connection: after a
 * failover it is another one.
 */
final class PostgresPrimary {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresPrimary.class);

  /** A former primary may have been left as it is but for that it takes no writes. */
  private static final String WRITABLE =
      """
      SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off'
        AS writable
      """;

  private final Vertx vertx;
  private final NetClientOptions network;
  private final List<PgConnectOptions> hosts;
  private final Duration patience;

  /**
   * @param patience for all of them, who are asked at once: the one that is slow is waited for as
   *     it would be if it were the only one
   */
  PostgresPrimary(
      Vertx vertx, NetClientOptions network, List<PgConnectOptions> hosts, Duration patience) {
    this.vertx = vertx;
    this.network = network;
    this.hosts = hosts;
    this.patience = patience;
  }

  /** How to connect to it. Fails when all have failed. */
  Future<SqlConnectOptions> find() {
    var questions = hosts.stream().map(this::ask).toList();
    return Future.any(questions.stream().map(Question::answer).toList())
        .onComplete(decided -> questions.forEach(Question::end))
        .map(
            answered ->
                questions.stream()
                    .filter(question -> question.answer().succeeded())
                    .findFirst()
                    .orElseThrow()
                    .host());
  }

  private Question ask(PgConnectOptions host) {
    var client =
        PgBuilder.client()
            .using(vertx)
            .with(network)
            .with(new PoolOptions().setMaxSize(1))
            .connectingTo(host)
            .build();
    var answer =
        client
            .query(WRITABLE)
            .execute()
            .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .compose(
                rows ->
                    rows.iterator().next().getBoolean("writable")
                        ? Future.<Void>succeededFuture()
                        : Future.failedFuture(
                            new IllegalStateException(host.getHost() + " takes no writes")));
    return new Question(host, client, answer);
  }

  /**
   * @param client nobody else's: with it goes a connection that is still being made
   * @param answer succeeds if it takes writes
   */
  private record Question(PgConnectOptions host, SqlClient client, Future<Void> answer) {

    void end() {
      client.close().onFailure(failure -> LOG.atDebug().setCause(failure).log("close"));
    }
  }
}
