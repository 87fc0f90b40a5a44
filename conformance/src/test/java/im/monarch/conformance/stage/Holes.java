package im.monarch.conformance.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with holes. {@code {name}} takes one word, or a part of one, and must be equal the next
 * time; {@code {*}} takes any word, {@code {...}} the rest of the line, {@code {len}} the length of
 * the payload, {@code {}} nothing; what is of several words is computed.
 *
 * @param values the variables of the scene
 * @param compute gives the value of a hole of several words
 */
record Holes(Map<String, String> values, Function<List<String>, String> compute) {

  private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");
  private static final String WORD = "([^ \\r\\n]+)";
  private static final String REST = "[^\\r\\n]*";
  private static final String LENGTH = "[0-9]+";

  /**
   * The text with every hole filled.
   *
   * @throws IllegalStateException when nobody has said yet what a hole holds
   */
  String fill(String text) {
    return replaced(
        text,
        hole -> {
          throw new IllegalStateException("nobody has said what " + hole + " is");
        });
  }

  /** As much of the text filled as is known: for failure messages. */
  String filledAsFarAsKnown(String text) {
    return replaced(text, hole -> hole);
  }

  private String replaced(String text, Function<String, String> unknown) {
    return HOLE.matcher(text)
        .replaceAll(
            found -> {
              var value = known(found.group(1)).orElseGet(() -> unknown.apply(found.group()));
              return Matcher.quoteReplacement(value);
            });
  }

  private Optional<String> known(String hole) {
    return switch (hole) {
      case "" -> Optional.of("");
      case "*", "...", "len" -> Optional.empty();
      default ->
          hole.contains(" ")
              ? Optional.of(compute.apply(List.of(hole.split(" "))))
              : Optional.ofNullable(values.get(hole));
    };
  }

  /** Which new values make {@code heard} fit {@code text}, if any do; nothing is set yet. */
  Optional<Map<String, String>> match(String text, String heard) {
    var regex = new StringBuilder();
    var names = new ArrayList<String>();
    var hole = HOLE.matcher(text);
    int from = 0;
    while (hole.find()) {
      regex.append(Pattern.quote(text.substring(from, hole.start())));
      regex.append(pattern(hole.group(1), names));
      from = hole.end();
    }
    regex.append(Pattern.quote(text.substring(from)));
    var found = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(heard);
    return found.matches() ? Optional.of(taken(names, found)) : Optional.empty();
  }

  private String pattern(String hole, List<String> names) {
    return switch (hole) {
      case "..." -> REST;
      case "len" -> LENGTH;
      case "*" -> {
        names.add("");
        yield WORD;
      }
      default -> known(hole).map(Pattern::quote).orElseGet(() -> unknown(hole, names));
    };
  }

  /** Takes a word the first time, and the same again the next. */
  private static String unknown(String hole, List<String> names) {
    int earlier = names.indexOf(hole);
    if (earlier >= 0) {
      return "\\" + (earlier + 1);
    }
    names.add(hole);
    return WORD;
  }

  private static Map<String, String> taken(List<String> names, Matcher found) {
    var taken = new HashMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isEmpty()) {
        taken.put(names.get(i), found.group(i + 1));
      }
    }
    return taken;
  }
}
