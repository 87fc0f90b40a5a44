package im.monarch.runtime.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a configuration against the schema, and says in our words what does not fit. */
final class SchemaCheck {

  /** The keywords that say what is wrong; the others only say where something is. */
  private static final Set<String> TELLING =
      Set.of(
          "type", "enum", "minimum", "maximum", "pattern", "minLength", "minItems", "uniqueItems");

  private final Schema schema;
  private final JsonObject config;
  private final Map<KeyPath, Problem> problems = new LinkedHashMap<>();

  private SchemaCheck(Schema schema, JsonObject config) {
    this.schema = schema;
    this.config = config;
  }

  /** One problem for every place that has any, by place. */
  static Map<KeyPath, Problem> problems(Schema schema, JsonObject config) {
    var check = new SchemaCheck(schema, config);
    check.names(KeyPath.ROOT, config);
    check.values();
    return check.problems;
  }

  /** Keys nobody knows, and keys that have to be there. */
  private void names(KeyPath path, JsonObject object) {
    var known = schema.names(path);
    for (var name : object.fieldNames()) {
      var here = path.then(name);
      if (!known.contains(name)) {
        problems.put(here, unknown(here, known));
      } else {
        inside(here, object.getValue(name));
      }
    }
    var required = schema.at(path).orElseThrow().getJsonArray("required", new JsonArray());
    for (var name : required) {
      var here = path.then(name.toString());
      if (!object.containsKey(name.toString())) {
        problems.put(here, new Problem(here.toString(), "missing", expected(here)));
      }
    }
  }

  private void inside(KeyPath path, Object value) {
    if (value instanceof JsonObject object) {
      if (!schema.names(path).isEmpty()) {
        names(path, object);
      }
    } else if (value instanceof JsonArray list) {
      for (int i = 0; i < list.size(); i++) {
        inside(path.then(Integer.toString(i)), list.getValue(i));
      }
    }
  }

  private static Problem unknown(KeyPath path, List<String> known) {
    var hint =
        Suggestion.of(path.last(), known)
            .map(close -> "did you mean " + close + '?')
            .orElseGet(() -> "expected: " + String.join(", ", known));
    return new Problem(path.toString(), "unknown key", hint);
  }

  private void values() {
    var options =
        new JsonSchemaOptions()
            .setBaseUri("https://monarch.im/schema/")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic);
    var result = Validator.create(JsonSchema.of(schema.json()), options).validate(config);
    for (var error : errors(result)) {
      var keyword = KeyPath.ofPointer(error.getKeywordLocation()).last();
      if (TELLING.contains(keyword)) {
        var path = KeyPath.ofPointer(error.getInstanceLocation());
        problems.putIfAbsent(path, wrong(path));
      }
    }
  }

  private static List<OutputUnit> errors(OutputUnit result) {
    return result.getErrors() == null ? new ArrayList<>() : result.getErrors();
  }

  private Problem wrong(KeyPath path) {
    var value = schema.isSecret(path) ? "***" : Schema.shown(path.in(config).orElse(null));
    return new Problem(path.toString(), value, expected(path));
  }

  private String expected(KeyPath path) {
    return "expected: " + schema.expectation(path);
  }
}
