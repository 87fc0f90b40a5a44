package im.monarch.runtime.management;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a request, read one by one; what is wrong with them is collected. */
final class Fields {

  private final JsonObject json;
  private final Map<String, String> problems = new LinkedHashMap<>();

  Fields(RoutingContext context) {
    this.json = body(context);
  }

  private JsonObject body(RoutingContext context) {
    try {
      return Optional.ofNullable(context.body().asJsonObject()).orElseGet(JsonObject::new);
    } catch (DecodeException | ClassCastException e) {
      problems.put("", "a JSON object");
      return new JsonObject();
    }
  }

  boolean areUsable() {
    return problems.isEmpty();
  }

  /** What was expected of each field that is not usable. */
  Map<String, String> problems() {
    return problems;
  }

  /** A field that has to be there; empty when it is not usable. */
  <T> Optional<T> required(String name, String expected, Function<String, T> parse) {
    if (!json.containsKey(name)) {
      problems.put(name, expected);
    }
    return optional(name, expected, parse);
  }

  /** A field that may be left out; empty when it is, or is not usable. */
  <T> Optional<T> optional(String name, String expected, Function<String, T> parse) {
    var value = json.getValue(name);
    if (value == null) {
      return Optional.empty();
    }
    return value instanceof String text
        ? parsed(name, text, expected, parse)
        : problem(name, expected);
  }

  /** A list that may be left out; its usable items. */
  <T> List<T> list(String name, String expected, Function<String, T> parse) {
    var items = new ArrayList<T>();
    var value = json.getValue(name, new JsonArray());
    if (!(value instanceof JsonArray list)) {
      problems.put(name, expected);
      return items;
    }
    for (var item : list) {
      if (item instanceof String text) {
        parsed(name, text, expected, parse).ifPresent(items::add);
      } else {
        problems.put(name, expected);
      }
    }
    return items;
  }

  /**
   * A whole number that has to be there, {@code least} to {@code most}; 0 when it is not usable.
   */
  int number(String name, int least, int most) {
    if (json.getValue(name) instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    problems.put(name, "a whole number from " + least + " to " + most);
    return 0;
  }

  /** A value from the path of the request. */
  <T> Optional<T> inPath(RoutingContext context, String name, Function<String, T> parse) {
    return parsed(name, context.pathParam(name), "an address such as name@example.com", parse);
  }

  private <T> Optional<T> parsed(
      String name, String text, String expected, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException e) {
      return problem(name, expected);
    }
  }

  /** The same, and {@code name} is not usable after all. */
  Fields unusable(String name, String expected) {
    problems.put(name, expected);
    return this;
  }

  private <T> Optional<T> problem(String name, String expected) {
    problems.put(name, expected);
    return Optional.empty();
  }
}
