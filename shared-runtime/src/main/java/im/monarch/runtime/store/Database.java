package im.monarch.runtime.store;

import im.monarch.domain.accounts.StoreUnavailableException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queries and transactions within a bounded time, again where they got in each other's way,
 * and on new connections where the old ones broke. Every failure is a {@link
 * StoreUnavailableException}.
 */
final class Database {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int ATTEMPTS = 5;
  private static final int PAUSE_MILLIS = 20;

  private final Vertx vertx;
  private final Context home;
  private final SqlDialect dialect;
  private final Duration patience;
  private final AtomicReference<Pools> pools;
  private final AtomicReference<Condition> condition = new AtomicReference<>(Condition.NEW);

  /**
   * To be called where the pools should live: one that is made on a verticle's context is closed
   * with the verticle.
   */
  Database(Vertx vertx, SqlDialect dialect, Duration patience) {
    this.vertx = vertx;
    this.dialect = dialect;
    this.patience = patience;
    home = vertx.getOrCreateContext();
    pools = new AtomicReference<>(dialect.connect(vertx));
  }

  /**
   * Outside any transaction; again if its connection broke, so {@code query} asks nothing that must
   * not happen twice.
   */
  <T> Future<T> read(Function<SqlClient, Future<T>> query) {
    return bounded(
        () ->
            query
                .apply(pools.get().reads())
                .recover(
                    failure ->
                        failure instanceof ClosedConnectionException
                            ? query.apply(pools.get().reads())
                            : Future.failedFuture(failure)),
        () -> false);
  }

  /**
   * One transaction, committed when the future succeeds. {@code work} runs again after a conflict
   * and must not change anything but the database.
   */
  <T> Future<T> write(Function<SqlConnection, Future<T>> work) {
    long now = System.nanoTime();
    var job =
        new Job<>(
            work, now + patience.toNanos() / 2, now + patience.toNanos(), new AtomicBoolean());
    return bounded(() -> attempt(job, 1), job::undecided);
  }

  private <T> Future<T> attempt(Job<T> job, int number) {
    var pooled = pools.get();
    return pooled
        .writes()
        .withConnection(job::run)
        .recover(
            failure ->
                isConflict(pooled, failure) && number < ATTEMPTS && job.worthBeginning()
                    ? pause(number).compose(paused -> attempt(job, number + 1))
                    : Future.failedFuture(failure));
  }

  private boolean isConflict(Pools pooled, Throwable failure) {
    var state = said(pooled, failure);
    return failure instanceof Outdated || dialect.isConflict(state);
  }

  /** What the database itself said about it, if anything. */
  private static String said(Pools pooled, Throwable failure) {
    var state = SqlDialect.sqlState(failure);
    if (!state.isEmpty()) {
      pooled.hear();
    }
    return state;
  }

  /** A while that differs, or those who collided would collide again. */
  private Future<Void> pause(int number) {
    int most = PAUSE_MILLIS * number;
    return vertx
        .timer(ThreadLocalRandom.current().nextInt(1, most), TimeUnit.MILLISECONDS)
        .mapEmpty();
  }

  private <T> Future<T> bounded(Supplier<Future<T>> work, BooleanSupplier undecided) {
    var pooled = pools.get();
    return started(work)
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(done -> answered(pooled))
        .recover(
            failure -> {
              hear(failure, pooled);
              return Future.failedFuture(
                  new StoreUnavailableException(
                      "the store does not answer", failure, undecided.getAsBoolean()));
            });
  }

  /** Not by composing with a finished future: that would leave the context of the caller. */
  private static <T> Future<T> started(Supplier<Future<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private void answered(Pools pooled) {
    pooled.hear();
    if (condition.get() == Condition.UP || condition.compareAndSet(Condition.NEW, Condition.UP)) {
      return;
    }
    if (condition.compareAndSet(Condition.AWAY, Condition.UP)) {
      LOG.atInfo().addKeyValue("store", dialect.place()).log("the store answers again");
    }
  }

  private void hear(Throwable failure, Pools pooled) {
    var state = said(pooled, failure);
    if (dialect.isLost(state) || (dialect.mayDieSilently() && pooled.silentFor(patience))) {
      reconnect(pooled);
    }
    if (condition.compareAndSet(Condition.UP, Condition.AWAY)) {
      LOG.atError()
          .addKeyValue("store", dialect.place())
          .setCause(failure)
          .log("the store does not answer: sign-ins and edits are refused until it does");
    }
  }

  private void reconnect(Pools broken) {
    home.runOnContext(
        turn -> {
          if (condition.get() == Condition.CLOSED || !pools.get().equals(broken)) {
            return;
          }
          pools.set(dialect.connect(vertx));
          broken.close().onFailure(failure -> LOG.atDebug().setCause(failure).log("close"));
        });
  }

  boolean isClosed() {
    return condition.get() == Condition.CLOSED;
  }

  Future<Void> close() {
    condition.set(Condition.CLOSED);
    return pools.get().close();
  }

  /**
   * How it went last. What goes wrong before anything went well is for those to tell who opened.
   */
  private enum Condition {
    NEW,
    UP,
    AWAY,
    CLOSED
  }

  /** One piece of work, which is not committed when nobody waits for it any more. */
  private record Job<T>(
      Function<SqlConnection, Future<T>> work,
      long latestStart,
      long deadline,
      AtomicBoolean committing) {

    /** Nothing waits for the answer to BEGIN: it goes out with what comes first. */
    Future<T> run(SqlConnection connection) {
      if (!worthBeginning()) {
        return abandoned();
      }
      var begun = connection.begin();
      var transaction = connection.transaction();
      return started(() -> work.apply(connection))
          .compose(done -> begun.map(done))
          .compose(done -> inTime() ? Future.succeededFuture(done) : abandoned())
          .transform(
              done ->
                  done.succeeded()
                      ? commit(transaction).map(done.result())
                      : transaction
                          .rollback()
                          .transform(back -> Future.failedFuture(done.cause())));
    }

    private Future<Void> commit(Transaction transaction) {
      committing.set(true);
      return transaction
          .commit()
          .onFailure(failure -> committing.set(SqlDialect.sqlState(failure).isEmpty()));
    }

    /** Whether the database was told to commit and has not said what came of it. */
    boolean undecided() {
      return committing.get();
    }

    private Future<T> abandoned() {
      return Future.failedFuture(new Outdated("nobody waits for it any more"));
    }

    /**
     * Where many wait for few connections, those who have waited for long would be given up in the
     * middle: they cost the others nothing, and the store does as much as it can.
     */
    boolean worthBeginning() {
      return System.nanoTime() - latestStart < 0;
    }

    boolean inTime() {
      return System.nanoTime() - deadline < 0;
    }
  }

  /** Somebody else was quicker: what this transaction was about is no longer so. */
  static final class Outdated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Outdated(String message) {
      super(message);
    }
  }
}
