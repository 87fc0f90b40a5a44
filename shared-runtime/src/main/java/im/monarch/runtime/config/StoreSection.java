package im.monarch.runtime.config;

import im.monarch.protocol.vocabulary.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where accounts and address books are kept.
 *
 * @param path of the database file without its ending; other files of the server are kept beside
 *     it, whatever the database
 * @param connections how many requests the database works on at once, reading and writing each
 * @param patience how long anybody waits before the store counts as unavailable
 * @param legacyKeyFile where the key of legacy secrets is; beside the database when absent
 * @param server for {@link Kind#POSTGRESQL}
 */
public record StoreSection(
    Kind kind,
    Path path,
    int connections,
    Duration patience,
    Optional<Path> legacyKeyFile,
    Server server) {

  /** Which database. */
  public enum Kind {
    /** A file that one process opens. */
    H2,
    /** A server for any number of processes. */
    POSTGRESQL
  }

  /** How the connection to the server is protected. */
  public enum Tls {
    OFF,
    /** Whoever answers. */
    REQUIRED,
    /** A server whose certificate is good and names the host. */
    VERIFIED
  }

  /**
   * A database server.
   *
   * @param hosts where there are several, the one that takes writes is used
   * @param authorities PEM file of those who may have signed the server's certificate
   */
  public record Server(
      List<HostPort> hosts,
      String database,
      String user,
      Optional<String> password,
      Tls tls,
      Optional<Path> authorities) {

    public Server {
      hosts = List.copyOf(hosts);
    }

    @Override
    public String toString() {
      return "Server[hosts=" + hosts + ", database=" + database + ", user=" + user + ']';
    }
  }

  /** The folder of the database, for what else outlives the process. */
  public Path folder() {
    return path.toAbsolutePath().resolveSibling("");
  }

  /** Where the key of legacy secrets is, or will be. */
  public Path legacyKey() {
    return legacyKeyFile.orElseGet(() -> beside("legacy-key"));
  }

  /** A file beside the database, named after it. */
  public Path beside(String ending) {
    return path.resolveSibling(path.getFileName() + "." + ending);
  }
}
