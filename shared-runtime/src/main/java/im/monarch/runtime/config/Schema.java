package im.monarch.runtime.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The schema of the configuration, the one place that knows all keys. Beside what JSON Schema
 * defines it says {@code x-expected}, the expectation in words, and {@code x-default}, what happens
 * without a value where no value says it.
 */
final class Schema {

  private final JsonObject root = Resources.object("schema.json");

  JsonObject json() {
    return root;
  }

  /** What the schema says about the value at {@code path}, if it knows such a key. */
  Optional<JsonObject> at(KeyPath path) {
    var here = Optional.of(root);
    for (var step : path.steps()) {
      here = here.flatMap(node -> inside(node, step));
    }
    return here;
  }

  private static Optional<JsonObject> inside(JsonObject node, String step) {
    return node.containsKey("items") && step.matches("[0-9]+")
        ? Optional.of(node.getJsonObject("items"))
        : Optional.of(node.getJsonObject("properties", new JsonObject()))
            .map(properties -> properties.getJsonObject(step));
  }

  /** The names that may stand in the object at {@code path}. */
  List<String> names(KeyPath path) {
    return at(path)
        .map(node -> node.getJsonObject("properties", new JsonObject()))
        .map(properties -> List.copyOf(properties.fieldNames()))
        .orElse(List.of());
  }

  /** The paths of all values; what is in the rows of a list is left out. */
  List<KeyPath> keys() {
    var keys = new ArrayList<KeyPath>();
    collect(KeyPath.ROOT, root, keys);
    return keys;
  }

  private static void collect(KeyPath path, JsonObject node, List<KeyPath> keys) {
    var properties = node.getJsonObject("properties");
    if (properties == null) {
      keys.add(path);
      return;
    }
    for (var name : properties.fieldNames()) {
      collect(path.then(name), properties.getJsonObject(name), keys);
    }
  }

  /** {@code config} with the default of every key that it leaves out. */
  JsonObject complete(JsonObject config) {
    var complete = config.copy();
    for (var key : keys()) {
      at(key)
          .filter(node -> node.containsKey("default") && key.in(complete).isEmpty())
          .ifPresent(node -> key.put(complete, node.copy().getValue("default")));
    }
    return complete;
  }

  boolean isSecret(KeyPath path) {
    return at(path).map(node -> node.getBoolean("writeOnly", false)).orElse(false);
  }

  /** What a value at {@code path} should be, in words. */
  String expectation(KeyPath path) {
    return at(path).map(Schema::expectation).orElse("nothing");
  }

  private static String expectation(JsonObject node) {
    if (node.containsKey("x-expected")) {
      return node.getString("x-expected");
    }
    if (node.containsKey("enum")) {
      return node.getJsonArray("enum").stream()
          .map(Object::toString)
          .collect(Collectors.joining(" or "));
    }
    return switch (node.getString("type", "")) {
      case "integer" ->
          "a whole number from " + node.getLong("minimum") + " to " + node.getLong("maximum");
      case "boolean" -> "true or false";
      case "array" -> listExpectation(node);
      case "object" -> "an object {...}";
      default -> "a text";
    };
  }

  private static String listExpectation(JsonObject node) {
    var items = node.getJsonObject("items", new JsonObject());
    var list = items.containsKey("properties") ? "a list of objects" : "a list";
    return list
        + (items.containsKey("enum") ? " of " + expectation(items) : "")
        + (node.getInteger("minItems", 0) > 0 ? ", not empty" : "");
  }

  /** {@code "x"}, {@code 5}, {@code [...]}: a value as messages show it. */
  static String shown(Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> '"' + text + '"';
      case JsonObject object -> "{...}";
      case JsonArray list -> list.encode();
      default -> value.toString();
    };
  }
}
