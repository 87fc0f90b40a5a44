package im.monarch.conformance.harness;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.UUID;

/** Configurations that keep servers out of each other's way: free ports, files of their own. */
final class Configurations {

  /** Any free one. */
  private static final String ANY_PORT = "127.0.0.1:0";

  private Configurations() {}

  /** One server on its own, with its files in {@code folder}. */
  static JsonObject alone(Path folder, String adminToken) {
    return new JsonObject()
        .put("node", new JsonObject().put("name", folder.getFileName().toString()))
        .put(
            "store",
            new JsonObject()
                .put("kind", "h2")
                .put("path", folder.toAbsolutePath().resolve("data/monarch").toString()))
        .put("dispatch", new JsonObject().put("listen", ANY_PORT))
        .put("notification", new JsonObject().put("listen", ANY_PORT))
        .put("switchboard", new JsonObject().put("listen", ANY_PORT))
        .put(
            "passport",
            new JsonObject()
                .put("http", ANY_PORT)
                .put("https", ANY_PORT)
                .put("publicHost", "localhost"))
        .put("challenge", new JsonObject().put("enabled", false))
        .put("management", new JsonObject().put("listen", ANY_PORT).put("adminToken", adminToken));
  }

  /** The {@code cluster} section for all processes of one server. */
  static JsonObject cluster() {
    return new JsonObject()
        .put("enabled", true)
        .put("name", "conformance-" + UUID.randomUUID())
        .put("members", new JsonArray().add("127.0.0.1"))
        .put("port", ClusterPorts.free());
  }
}
