package im.monarch.runtime.store;

import static im.monarch.runtime.store.TroubleContract.ALICE;
import static im.monarch.runtime.store.TroubleContract.register;
import static im.monarch.runtime.store.TroubleContract.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.store.PostgresServer.Tls;
import io.vertx.core.Vertx;
import io.vertx.core.net.SelfSignedCertificate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are killed, replaced and set up anew. */
class PostgresFailureTest {

  private static final String DATABASE = "postgres";

  private final Vertx vertx = Vertx.vertx();
  @TempDir private Path folder;
  private Path data;
  private EmbeddedPostgres server;

  @BeforeEach
  void start() throws IOException {
    data = folder.resolve("data");
    server = Postgres.start(data, 0);
  }

  @AfterEach
  void end() throws IOException {
    vertx.close().await();
    server.close();
  }

  @Test
  void whatWasAcknowledgedSurvivesTheServer() throws IOException {
    var store = open(Postgres.at(server.getPort(), DATABASE));
    register(store);
    int port = server.getPort();
    var acknowledged = version(rename(store, "Allie").await());

    kill(data);
    assertThatThrownBy(() -> rename(store, "Al").await())
        .isInstanceOf(StoreUnavailableException.class);
    server.close();
    server = Postgres.start(data, port);

    assertThat(version(renamedInTheEnd(store, "Al"))).isEqualTo(acknowledged + 1);
    store.close().await();
  }

  @Test
  void theServerThatTakesOverIsUsed() throws IOException, SQLException {
    int port = server.getPort();
    var first = open(Postgres.at(port, DATABASE));
    register(first);
    first.close().await();
    server.close();
    var copy = standbyOf(data);
    server = Postgres.start(data, port);
    try (var standby = Postgres.start(copy, 0)) {
      var store = open(Postgres.at(List.of(standby.getPort(), port), DATABASE));
      assertThat(rename(store, "Allie").await()).isInstanceOf(Edited.Stored.class);

      kill(data);
      promote(standby);

      assertThat(renamedInTheEnd(store, "Al")).isInstanceOf(Edited.Stored.class);
      store.close().await();
    }
  }

  @Test
  void aServerIsTrustedAsFarAsItsCertificate() throws IOException {
    var certificate = SelfSignedCertificate.create("localhost");
    server.close();
    requireTls(certificate);
    server = Postgres.start(data, 0);

    assertThat(reads(Tls.Mode.REQUIRED, Optional.empty())).isTrue();
    assertThat(reads(Tls.Mode.VERIFIED, Optional.of(Path.of(certificate.certificatePath()))))
        .isTrue();
    assertThatThrownBy(() -> reads(Tls.Mode.VERIFIED, Optional.empty()))
        .isInstanceOf(StoreOpeningException.class);
    assertThatThrownBy(() -> reads(Tls.Mode.OFF, Optional.empty()))
        .isInstanceOf(StoreOpeningException.class)
        .hasMessageContaining("does not let us in");
  }

  private boolean reads(Tls.Mode mode, Optional<Path> authorities) {
    var plain = Postgres.at(server.getPort(), DATABASE);
    var store =
        open(
            new PostgresServer(
                List.of(new HostPort("localhost", server.getPort())),
                plain.database(),
                plain.user(),
                plain.password(),
                new Tls(mode, authorities)));
    var found = store.accounts().find(ALICE).await();
    store.close().await();
    return found.isEmpty();
  }

  private void requireTls(SelfSignedCertificate certificate) throws IOException {
    Files.copy(Path.of(certificate.certificatePath()), data.resolve("server.crt"));
    Files.copy(Path.of(certificate.privateKeyPath()), data.resolve("server.key"));
    Files.setPosixFilePermissions(
        data.resolve("server.key"), PosixFilePermissions.fromString("rw-------"));
    var settings = data.resolve("postgresql.conf");
    Files.writeString(settings, Files.readString(settings) + "\nssl = on\n");
    Files.writeString(
        data.resolve("pg_hba.conf"), "hostssl postgres postgres 127.0.0.1/32 trust\n");
  }

  private Store open(PostgresServer place) {
    return Store.open(vertx, StoreConfig.of(place).withPatience(Duration.ofSeconds(2))).await();
  }

  /** The processes of the server see that it is gone, and go too. */
  private static void kill(Path data) throws IOException {
    long process = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
    var handle = ProcessHandle.of(process).orElseThrow();
    handle.destroyForcibly();
    handle.onExit().join();
  }

  /** A copy that waits for news of a primary, and takes no writes meanwhile. */
  private static Path standbyOf(Path data) throws IOException {
    var copy = data.resolveSibling("standby");
    try (var files = Files.walk(data)) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(data.relativize(file)));
      }
    }
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
    Files.createFile(copy.resolve("standby.signal"));
    return copy;
  }

  private static void promote(EmbeddedPostgres standby) throws SQLException {
    try (var connection = standby.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SELECT pg_promote()");
    }
  }

  private static Edited renamedInTheEnd(Store store, String name) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
        .until(() -> rename(store, name).await(), edited -> edited instanceof Edited.Stored);
  }

  private static long version(Edited edited) {
    return ((Edited.Stored) edited).after().version().number();
  }
}
