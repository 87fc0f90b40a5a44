package im.monarch.runtime.store;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.NodeLease;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease that is a row, judged by the clock of the database alone. This process counts its time
 * from before it asked, and a fifth less: it stops before anybody else takes it for dead.
 *
 * <p>Once over, a lease stays so: the node begins a new term, and what it did before is void.
 */
final class SqlNodeLease implements NodeLease {

  private static final Logger LOG = LoggerFactory.getLogger(SqlNodeLease.class);

  /** Parts of the lease: how often the clock is looked at, and how often the row is renewed. */
  private static final int TICKS = 10;

  private static final int TICKS_TO_RENEWAL = 3;
  private static final long LONGEST_TICK_MILLIS = 1_000;
  private static final int MARGIN = 5;

  /** A process that has just started is slow. */
  private static final int FIRST_ATTEMPTS = 5;

  private static final String TAKE =
      """
      INSERT INTO node_lease (node, term, expires_at)
      VALUES (#{node}, #{next}, clock_timestamp() + make_interval(secs => #{seconds}))
      ON CONFLICT (node) DO UPDATE
      SET term = GREATEST(node_lease.term + 1, EXCLUDED.term), expires_at = EXCLUDED.expires_at
      RETURNING term
      """;
  private static final String RENEW =
      """
      UPDATE node_lease SET expires_at = clock_timestamp() + make_interval(secs => #{seconds})
      WHERE node = #{node} AND term = #{term} AND expires_at > clock_timestamp()
      """;
  private static final String GIVE_UP =
      "DELETE FROM node_lease WHERE node = #{node} AND term = #{term}";

  /** Of processes that are long gone. */
  private static final String TIDY =
      """
      WITH gone AS (DELETE FROM takeover WHERE taken_at < clock_timestamp() - INTERVAL '1 day')
      DELETE FROM node_lease WHERE expires_at < clock_timestamp() - INTERVAL '1 day'
      """;

  private final Vertx vertx;
  private final Database database;
  private final NodeId node;
  private final Duration length;
  private final AtomicReference<Grant> grant = new AtomicReference<>(Grant.NONE);

  /** The last one that was granted; the database may have forgotten it. */
  private final AtomicLong lastTerm = new AtomicLong();

  private final List<Runnable> lost = new CopyOnWriteArrayList<>();
  private final List<Runnable> regained = new CopyOnWriteArrayList<>();
  private final AtomicLong ticks = new AtomicLong();
  private final Takeovers takeovers;
  private final AtomicLong timer = new AtomicLong(-1);
  private final AtomicBoolean taking = new AtomicBoolean();

  /**
   * What was granted last.
   *
   * @param term 0 if nothing was
   * @param until by {@link System#nanoTime}
   */
  private record Grant(long term, long until) {

    static final Grant NONE = new Grant(0, 0);

    boolean holds() {
      return term > 0 && System.nanoTime() - until < 0;
    }

    /** Grants of one term overtake each other. */
    Grant or(Grant other) {
      return term == other.term && until - other.until > 0 ? this : other;
    }
  }

  private SqlNodeLease(Vertx vertx, Database database, NodeId node, Duration length) {
    this.vertx = vertx;
    this.database = database;
    this.node = node;
    this.length = length;
    takeovers = new Takeovers(node);
  }

  /**
   * Takes a lease and keeps it.
   *
   * @param database nobody else's, so that renewing waits for nobody
   */
  static Future<SqlNodeLease> take(Vertx vertx, Database database, NodeId node, Duration length) {
    var lease = new SqlNodeLease(vertx, database, node, length);
    return lease
        .first(FIRST_ATTEMPTS)
        .map(
            taken -> {
              lease.timer.set(vertx.setPeriodic(lease.tickMillis(), tick -> lease.tick()));
              return lease;
            });
  }

  /** How long one attempt to renew may take. */
  static Duration patience(Duration length) {
    return length.multipliedBy(TICKS_TO_RENEWAL).dividedBy(TICKS);
  }

  @Override
  public boolean holds() {
    return grant.get().holds();
  }

  /** Of the lease that is held; 0 when none is. */
  long term() {
    var held = grant.get();
    return held.holds() ? held.term() : 0;
  }

  NodeId node() {
    return node;
  }

  @Override
  public void onLost(Runnable action) {
    lost.add(action);
  }

  @Override
  public void onRegained(Runnable action) {
    regained.add(action);
  }

  /** {@code action} runs for each account that another node took from this one. */
  void onTaken(BiConsumer<Handle, Long> action) {
    takeovers.onTaken(action);
  }

  private void tick() {
    var held = grant.get();
    if (held.term() > 0 && !held.holds()) {
      lose(held.term(), "could not be renewed in time");
    }
    if (ticks.incrementAndGet() % TICKS_TO_RENEWAL == 0) {
      var attempt = grant.get().term() > 0 ? renew() : takeAgain();
      attempt.onFailure(failure -> LOG.atDebug().setCause(failure).log("lease not renewed"));
    }
  }

  /** Of a long lease too: what was taken from this node is read as often as it is renewed. */
  private long tickMillis() {
    return Math.clamp(length.toMillis() / TICKS, 1, LONGEST_TICK_MILLIS);
  }

  /** One attempt at a time: a second one would end the term of the first. */
  private Future<Void> takeAgain() {
    return taking.compareAndSet(false, true)
        ? take().onComplete(done -> taking.set(false))
        : Future.succeededFuture();
  }

  private Future<Void> first(int attempts) {
    return database
        .write(connection -> connection.query(TIDY).execute())
        .compose(tidied -> take())
        .recover(failure -> attempts > 1 ? first(attempts - 1) : Future.failedFuture(failure));
  }

  private Future<Void> take() {
    long asked = System.nanoTime();
    return database
        .write(
            connection ->
                SqlTemplate.forQuery(connection, TAKE)
                    .execute(
                        Map.of(
                            "node", node.text(),
                            "next", lastTerm.get() + 1,
                            "seconds", seconds())))
        .map(rows -> granted(rows.iterator().next().getLong("term"), asked))
        .onSuccess(this::begin)
        .mapEmpty();
  }

  private void begin(Grant fresh) {
    lastTerm.set(fresh.term());
    grant.set(fresh);
    if (fresh.term() > 1) {
      LOG.atInfo()
          .addKeyValue("node", node)
          .addKeyValue("term", fresh.term())
          .log("lease regained");
      regained.forEach(Runnable::run);
    }
  }

  /** Sent in one go and in no transaction: a database that is slow is not yet away. */
  private Future<Void> renew() {
    long term = grant.get().term();
    long asked = System.nanoTime();
    return database
        .read(
            client -> {
              var renewed = renew(client, term);
              return Future.join(renewed, takeovers.read(client)).map(read -> renewed.result());
            })
        .onSuccess(
            renewed -> {
              if (renewed) {
                grant.updateAndGet(held -> extended(held, granted(term, asked)));
                takeovers.tell();
              } else {
                lose(term, "the database says that it is over");
              }
            })
        .mapEmpty();
  }

  /** An answer that comes too late changes nothing: sessions may have been ended already. */
  private static Grant extended(Grant held, Grant fresh) {
    return held.holds() && held.term() == fresh.term() ? held.or(fresh) : held;
  }

  private Future<Boolean> renew(SqlClient client, long term) {
    return SqlTemplate.forUpdate(client, RENEW)
        .execute(Map.of("node", node.text(), "term", term, "seconds", seconds()))
        .map(renewed -> renewed.rowCount() == 1);
  }

  private Grant granted(long term, long asked) {
    return new Grant(term, asked + length.toNanos() / MARGIN * (MARGIN - 1));
  }

  private double seconds() {
    return (double) length.toMillis() / TimeUnit.SECONDS.toMillis(1);
  }

  /** The lease of {@code term} is over, whoever found out. */
  void lose(long term, String reason) {
    var held = grant.get();
    if (held.term() == term && grant.compareAndSet(held, Grant.NONE)) {
      LOG.atError()
          .addKeyValue("node", node)
          .addKeyValue("term", term)
          .addKeyValue("reason", reason)
          .log("lease lost: all sessions of this node end");
      lost.forEach(Runnable::run);
    }
  }

  /** The node holds no sessions any more: nobody need wait for its lease to run out. */
  Future<Void> giveUp() {
    vertx.cancelTimer(timer.get());
    var held = grant.getAndSet(Grant.NONE);
    return database
        .write(
            connection ->
                SqlTemplate.forUpdate(connection, GIVE_UP)
                    .execute(Map.of("node", node.text(), "term", held.term())))
        .onFailure(failure -> LOG.atDebug().setCause(failure).log("lease not given up"))
        .transform(done -> database.close());
  }
}
