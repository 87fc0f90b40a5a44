package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.Vertx;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqlClockTest {

  private static final Duration ABOUT = Duration.ofMinutes(5);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void itIsAsLateAsTheDatabaseSaysAndNotTheMachine() throws SQLException {
    var database = Postgres.freshDatabase();
    Store.open(vertx, StoreConfig.of(database)).await().close().await();
    isAnHourFast(database);

    var store = Store.open(vertx, StoreConfig.of(database)).await();

    assertThat(store.clock().instant())
        .isCloseTo(
            Instant.now().plus(1, ChronoUnit.HOURS), within(ABOUT.toSeconds(), ChronoUnit.SECONDS));
    store.close().await();
  }

  /** Whoever connects from now on finds this function before the one that comes with the server. */
  private static void isAnHourFast(PostgresServer database) throws SQLException {
    var url = new PostgresDialect(database, StoreConfig.of(database)).jdbcUrl();
    try (var connection = DriverManager.getConnection(url, database.user(), "");
        var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql
          AS 'SELECT pg_catalog.clock_timestamp() + INTERVAL ''1 hour'''
          """);
      statement.execute(
          "ALTER DATABASE " + database.database() + " SET search_path = public, pg_catalog");
    }
  }
}
