package im.monarch.runtime.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The schema as a page for people. */
final class ConfigReference {

  private static final String HEAD =
      """
      # Configuration

      One JSON file, named with `-c`; comments (`//` and `/* */`) are allowed, and everything can be
      left out. Later wins: file, environment variables, system properties, `--roles`.

      - A variable is `MONARCH_` and the key with `_` for the dots, in capitals:
        `MONARCH_NOTIFICATION_LISTEN=0.0.0.0:1864`, `MONARCH_PASSPORT_PUBLICHOST=login.example.com`.
      - A property is `monarch.` and the key: `-Dmonarch.notification.listen=0.0.0.0:1864`.
      - Lists are written `a,b` there, or as JSON.

      Whatever is wrong is named at once, one line for each key, and the process ends with status 2
      before it listens anywhere. Secrets are never printed.

      This page is made from the schema that checks the file, by `ConfigReferenceTest`.
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  private ConfigReference() {}

  static String page() {
    var reference = new ConfigReference();
    var sections = new Schema().json().getJsonObject("properties");
    for (var name : sections.fieldNames()) {
      reference.section(name, sections.getJsonObject(name));
    }
    return reference.page.toString();
  }

  private void section(String name, JsonObject node) {
    page.append("\n## ").append(name).append("\n\n| Key | | Expected | Default |\n");
    page.append("| --- | --- | --- | --- |\n");
    rows(KeyPath.of(name), name, node);
  }

  private void rows(KeyPath path, String key, JsonObject node) {
    if (!node.containsKey("properties")) {
      row(path, key, node);
    }
    inside(path, key, node.getJsonObject("properties", new JsonObject()));
    var items = node.getJsonObject("items", new JsonObject());
    inside(path.then("0"), key + "[]", items.getJsonObject("properties", new JsonObject()));
  }

  private void inside(KeyPath path, String key, JsonObject properties) {
    for (var name : properties.fieldNames()) {
      rows(path.then(name), key + '.' + name, properties.getJsonObject(name));
    }
  }

  private void row(KeyPath path, String key, JsonObject node) {
    page.append(
        "| `%s` | %s | %s | %s |%n"
            .formatted(
                key,
                node.getString("description"),
                new Schema().expectation(path),
                byDefault(node)));
  }

  private static String byDefault(JsonObject node) {
    var value = node.getValue("default");
    return switch (value) {
      case null -> node.getString("x-default", "");
      case JsonArray list -> '`' + list.encode() + '`';
      default -> '`' + value.toString() + '`';
    };
  }
}
