package im.monarch.conformance.chaos;

import io.vertx.core.json.JsonObject;

/**
 * What is configured for each process: any port of its own address, and no limit that a few busy
 * people reach.
 */
final class Settings {

  private static final int PLENTY = 100_000;

  /** Less than whoever ends a process waits for it. */
  private static final int DRAIN_SECONDS = 20;

  private Settings() {}

  static JsonObject of(String name, String address, String adminToken) {
    var anyPort = address + ":0";
    return new JsonObject()
        .put("node", new JsonObject().put("name", name))
        .put("dispatch", new JsonObject().put("listen", anyPort))
        .put(
            "notification",
            new JsonObject()
                .put("listen", anyPort)
                .put("renamesPerMinute", PLENTY)
                .put("switchboardsPerMinute", PLENTY))
        .put(
            "switchboard",
            new JsonObject().put("listen", anyPort).put("failedCallsPerMinute", PLENTY))
        .put(
            "passport",
            new JsonObject()
                .put("http", anyPort)
                .put("https", anyPort)
                .put("publicHost", "localhost"))
        .put("challenge", new JsonObject().put("enabled", false))
        .put("drain", new JsonObject().put("seconds", DRAIN_SECONDS))
        .put("management", new JsonObject().put("listen", anyPort).put("adminToken", adminToken));
  }
}
