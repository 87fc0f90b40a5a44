package im.monarch.runtime.config;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;

/** What environment and system properties are laid over. */
public sealed interface ConfigSource {

  /** A JSON file; comments are allowed. */
  record File(Path path) implements ConfigSource {}

  /** A configuration that comes with the program. */
  record Inline(JsonObject json) implements ConfigSource {}
}
