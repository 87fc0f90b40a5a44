package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgConnectOptions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two databases of one server stand for two servers: each may be left without writes. */
class PostgresPrimaryTest {

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final Vertx vertx = Vertx.vertx();
  private PostgresServer former;
  private PostgresServer present;
  private Relay relay;

  @BeforeEach
  void start() throws SQLException {
    former = Postgres.freshDatabase();
    present = Postgres.freshDatabase();
    relay = new Relay(present.hosts().get(0).port());
  }

  @AfterEach
  void end() {
    vertx.close().await();
    relay.close();
  }

  @Test
  void whoIsFoundTakesWrites() throws SQLException {
    takeWritesFrom(former);

    var found = primaryOf(direct(former), direct(present)).find().await();

    assertThat(found.getDatabase()).isEqualTo(present.database());
  }

  @Test
  void nobodyIsFoundWhereNobodyTakesWrites() throws SQLException {
    takeWritesFrom(former);
    takeWritesFrom(present);

    assertThatThrownBy(() -> primaryOf(direct(former), direct(present)).find().await())
        .hasMessageContaining("takes no writes");
  }

  /** Two trips there and back, of six tenths of a second each way. */
  @Test
  void eachIsWaitedForAsLongAsIfItWereAlone() {
    relay.slowDown(PATIENCE.toMillis() / 10);
    var slow = relayed(present);

    var found = primaryOf(slow, slow, slow).find().await();

    assertThat(found.getDatabase()).isEqualTo(present.database());
  }

  @Test
  void whoSaysNothingHoldsNobodyUp() {
    relay.fallSilent();

    var found =
        primaryOf(Duration.ofHours(1), relayed(former), relayed(former), direct(present)).find();

    await().atMost(Duration.ofSeconds(20)).until(found::succeeded);
    assertThat(found.result().getDatabase()).isEqualTo(present.database());
  }

  @Test
  void whoSaysNothingIsLeftAlone() {
    relay.fallSilent();
    var silent = relayed(present);

    assertThatThrownBy(() -> primaryOf(Duration.ofSeconds(1), silent, silent).find().await())
        .isInstanceOf(TimeoutException.class);

    await().atMost(Duration.ofSeconds(20)).until(relay::isUnused);
  }

  @Test
  void whoAnswersIsLeftAlone() {
    primaryOf(direct(former), direct(present)).find().await();

    await().atMost(Duration.ofSeconds(20)).until(() -> connections() == 0);
  }

  private PostgresPrimary primaryOf(PgConnectOptions... hosts) {
    return primaryOf(PATIENCE, hosts);
  }

  private PostgresPrimary primaryOf(Duration patience, PgConnectOptions... hosts) {
    return new PostgresPrimary(vertx, new NetClientOptions(), List.of(hosts), patience);
  }

  private static PgConnectOptions direct(PostgresServer place) {
    return new PgConnectOptions()
        .setHost(place.hosts().get(0).host())
        .setPort(place.hosts().get(0).port())
        .setDatabase(place.database())
        .setUser(place.user());
  }

  private PgConnectOptions relayed(PostgresServer place) {
    return direct(place).setPort(relay.port());
  }

  private void takeWritesFrom(PostgresServer place) throws SQLException {
    query("ALTER DATABASE " + place.database() + " SET default_transaction_read_only = on");
  }

  /** To either database. */
  private long connections() throws SQLException {
    return query(
        "SELECT count(*) FROM pg_stat_activity WHERE datname IN ('%s', '%s')"
            .formatted(former.database(), present.database()));
  }

  /** From a database that nobody else is in. */
  private long query(String sql) throws SQLException {
    var url = "jdbc:postgresql://127.0.0.1:" + present.hosts().get(0).port() + "/postgres";
    try (var connection = DriverManager.getConnection(url, present.user(), "");
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return 0;
      }
      var rows = statement.getResultSet();
      rows.next();
      return rows.getLong(1);
    }
  }
}
