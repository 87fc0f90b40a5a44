package im.monarch.conformance.chaos.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server that can be stopped, killed and started again on its files. */
public final class Database implements AutoCloseable {

  private static final String PID_FILE = "postmaster.pid";

  private final Path folder;
  private EmbeddedPostgres server;
  private final int port;

  /**
   * Starts it, on any free port.
   *
   * @param folder for its files
   */
  public Database(Path folder) throws IOException {
    this.folder = folder;
    this.server = builder().start();
    this.port = server.getPort();
  }

  /** It is killed here: what it has acknowledged has to be on the disk, if not on its surface. */
  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "200");
  }

  public int port() {
    return port;
  }

  /** What a process has to know to use it, over {@code host} and {@code via}. */
  public Map<String, Object> section(String host, int via) {
    return Map.of(
        "kind",
        "postgresql",
        "host",
        host,
        "port",
        via,
        "database",
        "postgres",
        "user",
        "postgres");
  }

  /** It stops in its tracks; connections stay. */
  public void pause() {
    Signal.STOP.toAll(postmaster());
  }

  /** It goes on. */
  public void resume() {
    Signal.CONT.toAll(postmaster());
  }

  /** The power goes. */
  public void kill() throws IOException {
    var postmaster = postmaster();
    Signal.KILL.toAll(postmaster);
    postmaster.onExit().join();
    server.close();
  }

  /** It comes back on its files. */
  public void restart() throws IOException {
    Files.deleteIfExists(folder.resolve(PID_FILE));
    server = builder().setPort(port).start();
  }

  private ProcessHandle postmaster() {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(PID_FILE));
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(folder.resolve(PID_FILE))) {
      resume();
    }
    server.close();
  }
}
