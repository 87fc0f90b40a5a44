package im.monarch.runtime.config;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON that comes with the module. */
final class Resources {

  private Resources() {}

  static JsonObject object(String name) {
    return read(name).toJsonObject();
  }

  static JsonArray list(String name) {
    return read(name).toJsonArray();
  }

  private static Buffer read(String name) {
    try (var in = Resources.class.getResourceAsStream(name)) {
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
