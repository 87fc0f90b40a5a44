package im.monarch.runtime.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Which database, and how it is used.
 *
 * @param path of the database file without its ending {@code .mv.db}; its folder is made if missing
 * @param connections how many requests the database works on at once, reading and writing each
 * @param patience how long anybody waits for an answer before the store counts as unavailable
 */
public record StoreConfig(Kind kind, Path path, int connections, Duration patience) {

  /** Which database. */
  public enum Kind {
    /** A file that one process opens. */
    H2
  }

  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  public StoreConfig {
    // H2 reads settings behind a semicolon.
    if (path.toString().isBlank() || path.toString().indexOf(';') >= 0) {
      throw new IllegalArgumentException(
          "store.path: '" + path + "' (expected: a file name without a semicolon)");
    }
    if (connections < 1) {
      throw new IllegalArgumentException(
          "store.connections: " + connections + " (expected: at least 1)");
    }
    if (patience.toMillis() < 1) {
      throw new IllegalArgumentException(
          "store.patience: " + patience + " (expected: at least a millisecond)");
    }
  }

  /** An H2 file with the defaults for the rest. */
  public static StoreConfig h2(Path path) {
    return new StoreConfig(Kind.H2, path, CONNECTIONS, PATIENCE);
  }
}
