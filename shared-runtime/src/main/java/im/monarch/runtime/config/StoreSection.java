package im.monarch.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where accounts and address books are kept.
 *
 * @param path of the database without its ending; other files of the server are kept beside it
 * @param connections how many requests the database works on at once, reading and writing each
 * @param patience how long anybody waits before the store counts as unavailable
 * @param legacyKeyFile where the key of legacy secrets is; beside the database when absent
 */
public record StoreSection(
    Kind kind, Path path, int connections, Duration patience, Optional<Path> legacyKeyFile) {

  /** Which database. */
  public enum Kind {
    /** A file that one process opens. */
    H2
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
