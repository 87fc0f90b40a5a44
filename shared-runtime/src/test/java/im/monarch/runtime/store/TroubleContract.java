package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every store does when its database is closed, opened again or stuck. */
abstract class TroubleContract {

  static final Handle ALICE = new Handle("alice@example.com");
  static final Duration SHORT = Duration.ofSeconds(1);
  private static final FriendlyName NAME = new FriendlyName("Alice");
  private static final PasswordHash PASSWORD = new PasswordHash("hash");

  final Vertx vertx = Vertx.vertx();

  /** Where the database of this test is. */
  abstract StoreConfig.Place place();

  /** Another session of the same database. */
  abstract Connection connection() throws SQLException;

  @AfterEach
  void end() {
    vertx.close().await();
  }

  @Test
  void whatWasStoredIsThereWhenTheStoreIsOpenedAgain() {
    var store = open();
    register(store);
    var secret = store.secrets().obtain("key", 16).await();
    store.close().await();

    var again = open();

    assertThat(again.accounts().find(ALICE).await()).isPresent();
    assertThat(again.secrets().obtain("key", 16).await()).isEqualTo(secret);
    again.close().await();
  }

  @Test
  void aClosedStoreIsUnavailable() {
    var store = open();
    store.close().await();

    assertThatThrownBy(() -> store.accounts().find(ALICE).await())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void aStoreThatIsStuckFailsEditsAndGoesOnReading() throws SQLException {
    var store = open(SHORT);
    register(store);
    try (var stuck = lockingEverything()) {
      assertThatThrownBy(() -> rename(store, "Allie").await())
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(store.accounts().find(ALICE).await()).isPresent();
      stuck.rollback();
    }

    assertThat(rename(store, "Al").await()).isInstanceOf(Edited.Stored.class);
    store.close().await();
  }

  @Test
  void answersComeOnTheContextOfWhoAsked() throws SQLException {
    var store = open(SHORT);
    register(store);

    assertThat(onContext(() -> store.accounts().find(ALICE))).isTrue();
    assertThat(onContext(() -> rename(store, "Allie"))).isTrue();
    try (var stuck = lockingEverything()) {
      assertThat(onContext(() -> rename(store, "Al"))).isTrue();
      stuck.rollback();
    }
    store.close().await();
  }

  /** Whether what {@code question} yields comes back on the context it was asked on. */
  private boolean onContext(Supplier<Future<?>> question) {
    var context = vertx.getOrCreateContext();
    return Future.<Boolean>future(
            same ->
                context.runOnContext(
                    turn ->
                        question
                            .get()
                            .onComplete(
                                done -> same.complete(context.equals(Vertx.currentContext())))))
        .await();
  }

  @Test
  void anAddressBookIsSettledWhenNothingIsUnderWay() throws SQLException {
    var store = open(SHORT);
    register(store);
    Future<Optional<Roster>> settled;
    try (var stuck = lockingEverything();
        var statement = stuck.createStatement()) {
      settled = store.rosters().settled(ALICE);
      statement.execute("UPDATE account SET friendly_name = 'Allie'");
      stuck.commit();
    }

    assertThat(settled.await().map(Roster::name)).contains(new FriendlyName("Allie"));
    store.close().await();
  }

  @Test
  void anAddressBookThatCannotBeSettledYetKeepsNobodyWaiting() throws SQLException {
    var store = open(SHORT);
    register(store);
    Future<Optional<Roster>> settled;
    try (var stuck = lockingEverything()) {
      settled = store.rosters().settled(ALICE);
      var others = IntStream.range(0, 3).mapToObj(i -> store.rosters().settled(handle(i))).toList();

      await().atMost(Duration.ofSeconds(20)).until(() -> Future.all(others).succeeded());
      assertThat(settled.isComplete()).isFalse();
      stuck.rollback();
    }

    assertThat(settled.await().map(Roster::name)).contains(NAME);
    store.close().await();
  }

  private static Handle handle(int number) {
    return new Handle("nobody" + number + "@example.com");
  }

  @Test
  void aClosedStoreSettlesNothing() {
    var store = open();
    store.close().await();

    assertThatThrownBy(() -> store.rosters().settled(ALICE).await())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void anEditNobodyWaitsForAnyMoreIsNotMade() throws SQLException {
    var store = open(SHORT);
    register(store);
    try (var stuck = lockingEverything()) {
      var edits = IntStream.range(0, 30).mapToObj(i -> rename(store, "Name" + i)).toList();
      assertThatThrownBy(() -> Future.join(edits).await())
          .isInstanceOf(StoreUnavailableException.class);
      stuck.rollback();
    }

    var edited = rename(store, "Al").await();

    assertThat(((Edited.Stored) edited).after().version().number()).isEqualTo(2);
    store.close().await();
  }

  Store open() {
    return Store.open(vertx, StoreConfig.of(place())).await();
  }

  /** Opened before, and made: that may take longer than {@code patience}. */
  Store open(Duration patience) {
    open().close().await();
    return Store.open(vertx, StoreConfig.of(place()).withPatience(patience)).await();
  }

  static void register(Store store) {
    var registered = store.accounts().register(ALICE, NAME, PASSWORD).await();
    assertThat(registered).isNotNull();
  }

  static Future<Edited> rename(Store store, String name) {
    return store.rosters().edit(ALICE, new RosterEdit.RenameSelf(new FriendlyName(name)));
  }

  private Connection lockingEverything() throws SQLException {
    var connection = connection();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT * FROM account FOR UPDATE");
    }
    return connection;
  }
}
