package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is peculiar to the store in a file: opening, closing, trouble. */
class H2StoreTest {

  private static final Handle ALICE = new Handle("alice@example.com");
  private static final FriendlyName NAME = new FriendlyName("Alice");
  private static final PasswordHash PASSWORD = new PasswordHash("hash");
  private static final Duration SHORT = Duration.ofMillis(600);

  private final Vertx vertx = Vertx.vertx();
  @TempDir private Path folder;

  @AfterEach
  void end() {
    vertx.close().await();
  }

  @Test
  void whatWasStoredIsThereWhenTheStoreIsOpenedAgain() {
    var store = open("monarch");
    var registered = store.accounts().register(ALICE, NAME, PASSWORD).await();
    var secret = store.secrets().obtain("key", 16).await();
    store.close().await();

    var again = open("monarch");

    assertThat(registered).isNotNull();
    assertThat(again.accounts().find(ALICE).await()).isPresent();
    assertThat(again.secrets().obtain("key", 16).await()).isEqualTo(secret);
    again.close().await();
  }

  @Test
  void foldersThatAreMissingAreMade() {
    var store = open("a/b/monarch");

    assertThat(folder.resolve("a/b/monarch.mv.db")).exists();
    store.close().await();
  }

  @Test
  void aClosedStoreLeavesNothingBesideItsFile() {
    open("monarch").close().await();

    assertThat(folder).isDirectoryContaining(file -> file.endsWith("monarch.mv.db"));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aClosedStoreIsUnavailable() {
    var store = open("monarch");
    store.close().await();

    assertThatThrownBy(() -> store.accounts().find(ALICE).await())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedWithAdvice() throws Exception {
    Files.writeString(folder.resolve("monarch.mv.db"), "no database ".repeat(2000));

    assertThatThrownBy(() -> open("monarch"))
        .isInstanceOf(StoreOpeningException.class)
        .hasMessageContaining("monarch.mv.db")
        .hasMessageContaining("no database this version can read");
  }

  @Test
  void aFileInUseByAnotherProcessIsRefusedWithAdvice() throws Exception {
    try (var other = ChildStore.holding(folder.resolve("monarch"))) {
      other.waitUntilOpen();

      assertThatThrownBy(() -> open("monarch"))
          .isInstanceOf(StoreOpeningException.class)
          .hasMessageContaining("monarch.mv.db")
          .hasMessageContaining("another process has it open");
    }
  }

  @Test
  void aStoreThatIsStuckFailsEditsAndGoesOnReading() throws SQLException {
    var store = open(StoreConfig.h2(folder.resolve("monarch")), SHORT);
    var registered = store.accounts().register(ALICE, NAME, PASSWORD).await();
    try (var stuck = lockingEverything()) {
      assertThatThrownBy(() -> rename(store, "Allie").await())
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(store.accounts().find(ALICE).await()).isPresent();
      stuck.rollback();
    }

    assertThat(rename(store, "Al").await()).isInstanceOf(Edited.Stored.class);
    assertThat(registered).isNotNull();
    store.close().await();
  }

  @Test
  void answersComeOnTheContextOfWhoAsked() throws SQLException {
    var store = open(StoreConfig.h2(folder.resolve("monarch")), SHORT);
    store.accounts().register(ALICE, NAME, PASSWORD).await();

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
  void anEditNobodyWaitsForAnyMoreIsNotMade() throws SQLException {
    var store = open(StoreConfig.h2(folder.resolve("monarch")), SHORT);
    store.accounts().register(ALICE, NAME, PASSWORD).await();
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

  @Test
  void aDatabaseThatWasClosedUnderTheStoreIsOpenedAgain() throws SQLException {
    var store = open("monarch");
    store.accounts().register(ALICE, NAME, PASSWORD).await();

    try (var other = connection();
        var statement = other.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    }

    await()
        .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
        .until(() -> rename(store, "Al").await() instanceof Edited.Stored);
    await()
        .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
        .until(() -> store.accounts().find(ALICE).await().isPresent());
    store.close().await();
  }

  @Test
  void onlyItsOwnerMayReadTheFile() throws IOException {
    var store = open("monarch");

    assertThat(Files.getPosixFilePermissions(folder.resolve("monarch.mv.db")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    store.close().await();
  }

  @ParameterizedTest
  @CsvSource({"'', 1, 1", "data;INIT=x, 1, 1", "data, 0, 1", "data, 1, 0"})
  void settingsThatMakeNoSenseAreRefused(String path, int connections, int millis) {
    var patience = Duration.ofMillis(millis);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new StoreConfig(StoreConfig.Kind.H2, Path.of(path), connections, patience))
        .withMessageStartingWith("store.");
  }

  private Store open(String name) {
    return Store.open(vertx, StoreConfig.h2(folder.resolve(name))).await();
  }

  private Store open(StoreConfig config, Duration patience) {
    return Store.open(
            vertx, new StoreConfig(config.kind(), config.path(), config.connections(), patience))
        .await();
  }

  private static Future<Edited> rename(Store store, String name) {
    return store.rosters().edit(ALICE, new RosterEdit.RenameSelf(new FriendlyName(name)));
  }

  /** Another session of the same database in this process. */
  private Connection connection() throws SQLException {
    return new H2Dialect(StoreConfig.h2(folder.resolve("monarch")))
        .migrationSource()
        .getConnection();
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
