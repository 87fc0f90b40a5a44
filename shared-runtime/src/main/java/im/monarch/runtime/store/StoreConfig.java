package im.monarch.runtime.store;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which database, and how it is used. {@code {"kind": "h2", "path": "data/monarch"}}
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
          "store.patienceMillis: " + patience.toMillis() + " (expected: at least 1)");
    }
  }

  /** An H2 file with the defaults for the rest. */
  public static StoreConfig h2(Path path) {
    return new StoreConfig(Kind.H2, path, CONNECTIONS, PATIENCE);
  }

  /**
   * Reads {@code kind}, {@code path} and optionally {@code connections}, {@code patienceMillis}.
   */
  public static StoreConfig of(JsonObject json) {
    return new StoreConfig(
        kind(json.getString("kind", "h2")),
        Path.of(json.getString("path", "data/monarch")),
        json.getInteger("connections", CONNECTIONS),
        Duration.ofMillis(json.getLong("patienceMillis", PATIENCE.toMillis())));
  }

  private static Kind kind(String text) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("store.kind: '" + text + "' (expected: h2)"));
  }
}
