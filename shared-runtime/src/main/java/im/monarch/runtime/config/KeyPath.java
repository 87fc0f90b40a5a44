package im.monarch.runtime.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way to a value: names of keys, and numbers inside lists.
 *
 * @param steps from the outside in
 */
record KeyPath(List<String> steps) {

  static final KeyPath ROOT = new KeyPath(List.of());

  KeyPath {
    steps = List.copyOf(steps);
  }

  static KeyPath of(String dotted) {
    return new KeyPath(List.of(dotted.split("\\.", -1)));
  }

  /** The path of a pointer such as {@code #/clients/0/library}. */
  static KeyPath ofPointer(String pointer) {
    var inside = pointer.startsWith("#/") ? pointer.substring(2) : "";
    return inside.isEmpty()
        ? ROOT
        : new KeyPath(
            List.of(inside.split("/", -1)).stream()
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList());
  }

  KeyPath then(String step) {
    return new KeyPath(Stream.concat(steps.stream(), Stream.of(step)).toList());
  }

  KeyPath parent() {
    return new KeyPath(steps.subList(0, steps.size() - 1));
  }

  String last() {
    return steps.getLast();
  }

  /** What the path leads to, if it leads anywhere. */
  Optional<Object> in(JsonObject root) {
    Object here = root;
    for (var step : steps) {
      here =
          switch (here) {
            case JsonObject object -> object.getValue(step);
            case JsonArray list when isIndex(step, list) -> list.getValue(Integer.parseInt(step));
            case null, default -> null;
          };
    }
    return Optional.ofNullable(here);
  }

  /** Puts {@code value} there, and objects on the way where there is nothing else. */
  void put(JsonObject root, Object value) {
    var here = root;
    for (var step : steps.subList(0, steps.size() - 1)) {
      if (!(here.getValue(step) instanceof JsonObject)) {
        here.put(step, new JsonObject());
      }
      here = here.getJsonObject(step);
    }
    here.put(last(), value);
  }

  private static boolean isIndex(String step, JsonArray list) {
    return step.matches("[0-9]{1,6}") && Integer.parseInt(step) < list.size();
  }

  /** {@code clients[0].library} */
  @Override
  public String toString() {
    return steps.stream()
        .map(step -> step.matches("[0-9]+") ? '[' + step + ']' : '.' + step)
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}
