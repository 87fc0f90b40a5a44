package im.monarch.runtime.store;

import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.store.PostgresServer.Tls;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server for the tests of this process: started once, a database for each class. */
final class Postgres {

  private static final String ADMINISTRATOR = "postgres";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Postgres() {}

  private static final class Started {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("fsync", "off");
  }

  /** A server of its own, for tests that do it harm; the same again when started once more. */
  static EmbeddedPostgres start(Path folder, int port) throws IOException {
    var server = builder().setDataDirectory(folder).setCleanDataDirectory(false);
    return (port == 0 ? server : server.setPort(port)).start();
  }

  /** An empty database that nobody else uses. */
  static PostgresServer freshDatabase() throws SQLException {
    var name = "test" + DATABASES.incrementAndGet();
    try (var connection = Started.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return at(Started.SERVER.getPort(), name);
  }

  static PostgresServer at(int port, String database) {
    return at(List.of(port), database);
  }

  static PostgresServer at(List<Integer> ports, String database) {
    return new PostgresServer(
        ports.stream().map(port -> new HostPort("127.0.0.1", port)).toList(),
        database,
        ADMINISTRATOR,
        Optional.empty(),
        Tls.OFF);
  }
}
