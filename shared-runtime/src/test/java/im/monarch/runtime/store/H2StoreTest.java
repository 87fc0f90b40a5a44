package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.roster.Rosters.Edited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is peculiar to the store in a file: opening, closing, trouble. */
class H2StoreTest extends TroubleContract {

  @TempDir private Path folder;

  @Override
  StoreConfig.H2File place() {
    return new StoreConfig.H2File(folder.resolve("monarch"));
  }

  @Override
  Connection connection() throws SQLException {
    return new H2Dialect(place(), StoreConfig.of(place())).source().getConnection();
  }

  @Test
  void foldersThatAreMissingAreMade() {
    var store = Store.open(vertx, StoreConfig.h2(folder.resolve("a/b/monarch"))).await();

    assertThat(folder.resolve("a/b/monarch.mv.db")).exists();
    store.close().await();
  }

  @Test
  void aClosedStoreLeavesNothingBesideItsFile() {
    open().close().await();

    assertThat(folder).isDirectoryContaining(file -> file.endsWith("monarch.mv.db"));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedWithAdvice() throws Exception {
    Files.writeString(folder.resolve("monarch.mv.db"), "no database ".repeat(2000));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreOpeningException.class)
        .hasMessageContaining("monarch.mv.db")
        .hasMessageContaining("no database this version can read");
  }

  @Test
  void aFileInUseByAnotherProcessIsRefusedWithAdvice() throws Exception {
    try (var other = ChildStore.holding(folder.resolve("monarch"))) {
      other.waitUntilOpen();

      assertThatThrownBy(this::open)
          .isInstanceOf(StoreOpeningException.class)
          .hasMessageContaining("monarch.mv.db")
          .hasMessageContaining("another process has it open");
    }
  }

  @Test
  void aDatabaseThatWasClosedUnderTheStoreIsOpenedAgain() throws SQLException {
    var store = open();
    register(store);

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
    var store = open();

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
            () -> new StoreConfig(new StoreConfig.H2File(Path.of(path)), connections, patience))
        .withMessageStartingWith("store.");
  }
}
