package im.monarch.runtime.config;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Values that win over the file's: environment variables, then system properties, then the command
 * line. They are text and become what the schema wants: numbers, {@code true}, lists ({@code a,b}
 * or JSON).
 */
final class Overrides {

  /** {@code MONARCH_NOTIFICATION_PINGSECONDS}; more underscores do no harm. */
  static final String VARIABLE = "MONARCH_";

  /** {@code monarch.notification.pingSeconds} */
  static final String PROPERTY = "monarch.";

  private final Schema schema;
  private final JsonObject config;
  private final Map<String, KeyPath> keys = new HashMap<>();
  private final Map<KeyPath, String> origins = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param config what the file says; changed in place
   */
  Overrides(Schema schema, JsonObject config) {
    this.schema = schema;
    this.config = config;
    schema.keys().forEach(key -> keys.put(variable(key), key));
  }

  /** Names that no key has. */
  List<Problem> problems() {
    return problems;
  }

  /** Where the value at {@code key} came from, unless it was the file. */
  Optional<String> origin(KeyPath key) {
    return key.equals(KeyPath.ROOT)
        ? Optional.empty()
        : Optional.ofNullable(origins.get(key)).or(() -> origin(key.parent()));
  }

  /** What {@code --roles} says, unless it is empty. */
  void takeRoles(List<String> roles) {
    if (!roles.isEmpty()) {
      var key = KeyPath.of("roles");
      key.put(config, new JsonArray(roles));
      origins.put(key, "--roles");
    }
  }

  /**
   * Names that are not close to any key may be somebody else's, such as what Kubernetes sets for a
   * service called monarch, and are left alone.
   */
  void takeVariables(Map<String, String> variables) {
    new TreeMap<>(variables)
        .forEach(
            (name, value) -> {
              if (name.startsWith(VARIABLE)) {
                takeVariable(name, value);
              }
            });
  }

  private void takeVariable(String name, String value) {
    var plain = name.substring(VARIABLE.length()).replace("_", "").toUpperCase(Locale.ROOT);
    var key = keys.get(plain);
    if (key == null) {
      Suggestion.of(plain, keys.keySet())
          .ifPresent(close -> problems.add(unknown(name, VARIABLE + shout(keys.get(close)))));
    } else {
      put(key, value, name);
    }
  }

  void takeProperties(Map<String, String> properties) {
    new TreeMap<>(properties)
        .forEach(
            (name, value) -> {
              if (name.startsWith(PROPERTY)) {
                takeProperty(name, value);
              }
            });
  }

  private void takeProperty(String name, String value) {
    var key = KeyPath.of(name.substring(PROPERTY.length()));
    if (keys.containsValue(key)) {
      put(key, value, "-D" + name);
      return;
    }
    var known = keys.values().stream().map(KeyPath::toString).toList();
    problems.add(
        Suggestion.of(key.toString(), known)
            .map(close -> unknown("-D" + name, "-D" + PROPERTY + close))
            .orElseGet(() -> new Problem("-D" + name, "unknown key", "there is no such key")));
  }

  private static Problem unknown(String name, String close) {
    return new Problem(name, "unknown key", "did you mean " + close + '?');
  }

  private void put(KeyPath key, String text, String origin) {
    key.put(config, value(text, schema.at(key).orElseThrow()));
    origins.put(key, origin);
  }

  private static Object value(String text, JsonObject node) {
    var type = node.getString("type", "");
    if (node.getJsonArray("enum", new JsonArray()).contains(0) || type.equals("integer")) {
      return text.matches("-?[0-9]{1,18}") ? (Object) Long.parseLong(text) : text;
    }
    return switch (type) {
      case "boolean" -> text.matches("true|false") ? (Object) Boolean.valueOf(text) : text;
      case "array" -> list(text);
      default -> text;
    };
  }

  private static Object list(String text) {
    if (!text.startsWith("[")) {
      return new JsonArray(List.of(text.strip().split("\\s*,\\s*")));
    }
    try {
      return new JsonArray(text);
    } catch (DecodeException e) {
      return text; // the schema says what was expected
    }
  }

  /** The key as variables name it, without prefix and underscores. */
  private static String variable(KeyPath key) {
    return String.join("", key.steps()).toUpperCase(Locale.ROOT);
  }

  private static String shout(KeyPath key) {
    return String.join("_", key.steps()).toUpperCase(Locale.ROOT);
  }
}
