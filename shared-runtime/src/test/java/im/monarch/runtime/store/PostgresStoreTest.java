package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.runtime.store.PostgresServer.Tls;
import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is peculiar to a store that is reached over a network. */
class PostgresStoreTest extends TroubleContract {

  private PostgresServer database;
  private Relay relay;

  @BeforeEach
  void connect() throws SQLException {
    database = Postgres.freshDatabase();
    relay = new Relay(database.hosts().get(0).port());
  }

  @AfterEach
  void disconnect() {
    relay.close();
  }

  @Override
  PostgresServer place() {
    return Postgres.at(relay.port(), database.database());
  }

  @Override
  Connection connection() throws SQLException {
    var url = new PostgresDialect(database, StoreConfig.of(database)).jdbcUrl();
    return DriverManager.getConnection(url, database.user(), "");
  }

  @Test
  void brokenConnectionsFailEditsAtOnceAndAreReplaced() {
    var store = open();
    register(store);

    relay.cut();
    assertThatThrownBy(() -> rename(store, "Allie").await())
        .isInstanceOf(StoreUnavailableException.class);
    relay.mend();

    assertThatItAnswersAgain(store);
    store.close().await();
  }

  @Test
  void connectionsThatFellSilentAreGivenUp() {
    var store = open(SHORT);
    register(store);

    relay.fallSilent();
    assertThatThrownBy(() -> rename(store, "Allie").await())
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> store.accounts().find(ALICE).await())
        .isInstanceOf(StoreUnavailableException.class);
    relay.mend();

    assertThatItAnswersAgain(store);
    store.close().await();
  }

  @Test
  void aSlowDatabaseIsWaitedFor() {
    var store = open();
    register(store);

    relay.slowDown(50);

    assertThat(rename(store, "Allie").await()).isInstanceOf(Edited.Stored.class);
    store.close().await();
  }

  @Test
  void aDatabaseThatIsTooSlowIsUnavailableUntilItIsQuicker() {
    var store = open(SHORT);
    register(store);

    relay.slowDown(SHORT.toMillis());
    assertThatThrownBy(() -> store.accounts().find(ALICE).await())
        .isInstanceOf(StoreUnavailableException.class);
    relay.mend();

    assertThatItAnswersAgain(store);
    store.close().await();
  }

  /** A process that stops in the middle of an edit keeps nobody from theirs for long. */
  @Test
  void locksOfSomebodyWhoFellSilentAreFreed() {
    var store = open(SHORT);
    register(store);
    var direct = Store.open(vertx, StoreConfig.of(database).withPatience(SHORT)).await();
    var locked =
        store
            .database()
            .write(
                connection ->
                    connection
                        .query("SELECT * FROM account FOR UPDATE")
                        .execute()
                        .onSuccess(rows -> relay.fallSilent())
                        .compose(rows -> connection.query("SELECT 1").execute()));
    assertThatThrownBy(locked::await).isInstanceOf(StoreUnavailableException.class);

    await()
        .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
        .until(() -> rename(direct, "Al").await() instanceof Edited.Stored);
    direct.close().await();
    store.close().await();
  }

  @Test
  void aChangeThatNobodyHeardTheEndOfIsFoundOutLater() {
    var store = open(SHORT);
    register(store);
    var renamed =
        store
            .database()
            .write(
                connection ->
                    connection
                        .query("UPDATE account SET friendly_name = 'Allie'")
                        .execute()
                        .onSuccess(rows -> relay.fallMute()));

    assertThatThrownBy(renamed::await)
        .isInstanceOfSatisfying(
            StoreUnavailableException.class, fault -> assertThat(fault.undecided()).isTrue());
    relay.mend();

    assertThat(store.rosters().settled(ALICE).await().map(Roster::name))
        .contains(new FriendlyName("Allie"));
    store.close().await();
  }

  @Test
  void whatWasNotCommittedIsNotUndecided() {
    var store = open(SHORT);
    register(store);

    relay.fallSilent();

    assertThatThrownBy(() -> rename(store, "Allie").await())
        .isInstanceOfSatisfying(
            StoreUnavailableException.class, fault -> assertThat(fault.undecided()).isFalse());
    relay.mend();
    store.close().await();
  }

  @Test
  void severalProcessesMayStartAtOnce() {
    var opening =
        IntStream.range(0, 4).mapToObj(i -> Store.open(vertx, StoreConfig.of(database))).toList();

    Future.join(opening).await();

    register(opening.get(0).result());
    assertThat(opening)
        .allMatch(store -> store.result().accounts().find(ALICE).await().isPresent());
    Future.join(opening.stream().map(store -> store.result().close()).toList()).await();
  }

  @Test
  void ofSeveralHostsOneThatAnswersIsUsed() {
    try (var other = new Relay(database.hosts().get(0).port())) {
      var both = Postgres.at(List.of(relay.port(), other.port()), database.database());
      var store = Store.open(vertx, StoreConfig.of(both)).await();
      register(store);

      relay.cut();
      assertThatItAnswersAgain(store);
      relay.mend();
      other.cut();
      assertThatItAnswersAgain(store);
      store.close().await();
    }
  }

  @Test
  void aServerThatIsNotThereIsRefusedWithAdvice() {
    relay.cut();

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreOpeningException.class)
        .hasMessageContaining("postgresql://127.0.0.1:" + relay.port() + '/')
        .hasMessageContaining("there is no connection to it");
  }

  @Test
  void severalServersThatAreNotThereAreRefusedWithAdvice() {
    relay.cut();
    var both = Postgres.at(List.of(relay.port(), relay.port()), database.database());

    assertThatThrownBy(() -> Store.open(vertx, StoreConfig.of(both)).await())
        .isInstanceOf(StoreOpeningException.class)
        .hasMessageContaining("there is no connection to it");
  }

  @Test
  void aServerThatSaysNothingIsRefusedWithAdvice() {
    relay.fallSilent();
    var config = StoreConfig.of(place()).withPatience(SHORT);

    assertThatThrownBy(() -> Store.open(vertx, config).await())
        .isInstanceOf(StoreOpeningException.class)
        .hasMessageContaining("there is no connection to it");
  }

  @Test
  void aDatabaseThatIsNotThereIsRefusedWithAdvice() {
    var wrong = StoreConfig.of(Postgres.at(database.hosts().get(0).port(), "nothing"));

    assertThatThrownBy(() -> Store.open(vertx, wrong).await())
        .isInstanceOf(StoreOpeningException.class)
        .hasMessageContaining("there is no such database");
  }

  @Test
  void aPasswordIsNeverShown() {
    var server =
        new PostgresServer(database.hosts(), "monarch", "monarch", Optional.of("hush"), Tls.OFF);

    assertThat(server.toString()).contains("monarch").doesNotContain("hush");
    assertThat(StoreConfig.of(server).toString()).doesNotContain("hush");
  }

  @Test
  void aServerWithoutAHostIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PostgresServer(List.of(), "monarch", "monarch", Optional.empty(), Tls.OFF))
        .withMessageStartingWith("store.host");
  }

  private static void assertThatItAnswersAgain(Store store) {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
        .until(() -> rename(store, "Al").await() instanceof Edited.Stored);
    await()
        .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
        .until(() -> store.accounts().find(ALICE).await().isPresent());
  }
}
