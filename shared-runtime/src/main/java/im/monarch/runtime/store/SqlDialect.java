package im.monarch.runtime.store;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * What differs between databases: how to connect, and what their errors mean. All statements are
 * written so that every database takes them.
 */
abstract class SqlDialect {

  private static final int WAITING = 10_000;

  /** Serialization failure, deadlock: the transaction was fine and may be tried again. */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");

  /**
   * How connections are shared. Whoever waits for one loses patience by themselves (see {@link
   * Database}): a time-out of the pool itself can strike somebody who was served at that moment.
   */
  static PoolOptions pooling(int connections) {
    return new PoolOptions()
        .setMaxSize(connections)
        .setMaxWaitQueueSize(WAITING)
        .setConnectionTimeout(0);
  }

  /** New pools, which connect when first used. */
  abstract Pools connect(Vertx vertx);

  /** Tells the migrations, which speak JDBC, where to connect. */
  abstract void prepare(FluentConfiguration migrations);

  /** Does what is to be done once the schema is there; may block. */
  void prepared() throws IOException {}

  /** Whether the same transaction can succeed the next time. */
  boolean isConflict(String sqlState) {
    return CONFLICTS.contains(sqlState);
  }

  /** Whether connections that are open are good for nothing any more. */
  abstract boolean isLost(String sqlState);

  /** Whether connections can be dead without anybody being told, as they can over a network. */
  abstract boolean mayDieSilently();

  /** What an operator can do about a database that does not open. */
  abstract Optional<String> advice(Throwable failure);

  /** Where this database is, for messages. */
  abstract String place();

  /** SQLSTATE of the first failure in the chain that has one; otherwise empty. */
  static String sqlState(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      var state =
          switch (cause) {
            case DatabaseException database -> database.getSqlState();
            case SQLException sql -> sql.getSQLState();
            default -> null;
          };
      if (state != null) {
        return state;
      }
    }
    return "";
  }
}
