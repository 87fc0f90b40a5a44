package im.monarch.runtime.store;

import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.Secrets;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.roster.RosterLimits;
import im.monarch.domain.roster.Rosters;
import im.monarch.domain.sessions.Membership;
import im.monarch.runtime.legacy.SecretSeal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;

/** An open store. */
public final class Store {

  private final Vertx vertx;
  private final StoreConfig config;
  private final Database database;
  private final Settlements settlements;
  private final List<SqlNodeLease> leases = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<SqlClock>> clock = new AtomicReference<>(Optional.empty());

  private Store(Vertx vertx, StoreConfig config, Database database) {
    this.vertx = vertx;
    this.config = config;
    this.database = database;
    this.settlements = new Settlements(vertx, database);
  }

  /**
   * Opens the store and brings its schema up to date. Call it outside of verticles: the connections
   * belong to the context they were made on. Fails with {@link StoreOpeningException}.
   */
  public static Future<Store> open(Vertx vertx, StoreConfig config) {
    var dialect = dialect(config);
    var database = new Database(vertx, dialect, config.patience());
    var store = new Store(vertx, config, database);
    // The first connection before the migrations: H2 would close the file after them and open it
    // again.
    return store
        .check()
        .compose(up -> vertx.executeBlocking(() -> migrate(dialect), false))
        .compose(done -> store.setClock())
        .map(done -> store)
        .recover(
            failure ->
                database
                    .close()
                    .transform(closed -> Future.failedFuture(notOpened(dialect, failure))));
  }

  private static SqlDialect dialect(StoreConfig config) {
    return switch (config.place()) {
      case StoreConfig.H2File file -> new H2Dialect(file, config);
      case PostgresServer server -> new PostgresDialect(server, config);
    };
  }

  /** A file is one process's own, whose clock will do. */
  private Future<Void> setClock() {
    return switch (config.place()) {
      case StoreConfig.H2File file -> Future.succeededFuture();
      case PostgresServer server ->
          SqlClock.start(vertx, database)
              .onSuccess(started -> clock.set(Optional.of(started)))
              .mapEmpty();
    };
  }

  private static Void migrate(SqlDialect dialect) throws IOException {
    var migrations =
        Flyway.configure(Store.class.getClassLoader()).locations("classpath:db/migration");
    dialect.prepare(migrations);
    migrations.load().migrate();
    dialect.prepared();
    return null;
  }

  private static StoreOpeningException notOpened(SqlDialect dialect, Throwable failure) {
    var reason = dialect.advice(failure).orElseGet(() -> rootOf(failure).toString());
    return new StoreOpeningException(
        "cannot open the store " + dialect.place() + ": " + reason, failure);
  }

  private static Throwable rootOf(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** The time of the service: that of the database, where there may be several processes. */
  public Clock clock() {
    return clock.get().map(SqlClock::clock).orElseGet(Clock::systemUTC);
  }

  public Accounts accounts() {
    return new SqlAccounts(database);
  }

  public Secrets secrets() {
    return new SqlSecrets(database);
  }

  public LegacySecrets legacySecrets(SecretSeal seal) {
    return new SqlLegacySecrets(database, seal);
  }

  /** Address books with the documented limits. */
  public Rosters rosters() {
    return rosters(RosterLimits.DEFAULT);
  }

  public Rosters rosters(RosterLimits limits) {
    return new SqlRosters(database, limits, settlements);
  }

  /**
   * Takes a lease for {@code node}, which from then on holds sessions beside others. Only for
   * PostgreSQL: a file is not shared.
   *
   * @param length of the lease, a second or more: how long others wait for a node that fell silent
   */
  public Future<Membership> join(NodeId node, Duration length) {
    var alone = config.withConnections(1).withPatience(SqlNodeLease.patience(length));
    var own = new Database(vertx, dialect(alone), alone.patience());
    return SqlNodeLease.take(vertx, own, node, length)
        .onSuccess(leases::add)
        .map(lease -> new Membership(new SqlSessionClaims(database, lease), lease));
  }

  Database database() {
    return database;
  }

  /** Succeeds if the store answers. */
  public Future<Void> check() {
    return database.read(client -> client.query("SELECT 1").execute()).mapEmpty();
  }

  /** Ends it when nobody uses it any more. */
  public Future<Void> close() {
    clock.get().ifPresent(SqlClock::stop);
    return Future.join(leases.stream().map(SqlNodeLease::giveUp).toList())
        .eventually(database::close)
        .mapEmpty();
  }
}
