package im.monarch.conformance.harness;

import io.vertx.core.json.JsonObject;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server for servers of several processes that keep accounts together: started when it
 * is wanted for the first time, stopped with this process.
 */
final class Databases {

  private static final String ADMINISTRATOR = "postgres";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private Databases() {}

  private static final class Started {
    static final EmbeddedPostgres SERVER = start();

    /** Nobody pulls the plug: what is on its way to the disk does not matter. */
    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException("no PostgreSQL", e);
      }
    }
  }

  /** What goes over the {@code store} section to use an empty database. */
  static JsonObject fresh() {
    var name = "monarch" + NUMBERS.incrementAndGet();
    try (var connection = Started.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
    return new JsonObject()
        .put("kind", "postgresql")
        .put("host", "127.0.0.1")
        .put("port", Started.SERVER.getPort())
        .put("database", name)
        .put("user", ADMINISTRATOR);
  }
}
