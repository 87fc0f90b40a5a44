package im.monarch.runtime.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Which database, and how it is used.
 *
 * @param connections how many requests the database works on at once, reading and writing each
 * @param patience how long anybody waits for an answer before the store counts as unavailable
 */
public record StoreConfig(Place place, int connections, Duration patience) {

  /** Where a database is. */
  public sealed interface Place permits H2File, PostgresServer {}

  /**
   * A file that one process opens.
   *
   * @param path of the database file without its ending {@code .mv.db}; its folder is made if
   *     missing
   */
  public record H2File(Path path) implements Place {

    public H2File {
      // H2 reads settings behind a semicolon.
      if (path.toString().isBlank() || path.toString().indexOf(';') >= 0) {
        throw new IllegalArgumentException(
            "store.path: '" + path + "' (expected: a file name without a semicolon)");
      }
    }
  }

  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  public StoreConfig {
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
    return of(new H2File(path));
  }

  /** {@code place} with the defaults for the rest. */
  public static StoreConfig of(Place place) {
    return new StoreConfig(place, CONNECTIONS, PATIENCE);
  }

  StoreConfig withConnections(int changed) {
    return new StoreConfig(place, changed, patience);
  }

  StoreConfig withPatience(Duration changed) {
    return new StoreConfig(place, connections, changed);
  }
}
