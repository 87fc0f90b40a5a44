package im.monarch.conformance.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scene that has a name: {@code macro $who signs in $dialect} as the first line of a transcript
 * lets another one say {@code alice signs in MSNP9}.
 */
record Macro(List<String> words, Script script) {

  private static final String KEYWORD = "macro ";

  Macro {
    words = List.copyOf(words);
  }

  static boolean isOne(Script script) {
    return !script.lines().isEmpty() && script.lines().getFirst().text().startsWith(KEYWORD);
  }

  static Macro of(Script script) {
    var name = script.lines().getFirst().text().substring(KEYWORD.length());
    return new Macro(List.of(name.split(" ")), script.without(1));
  }

  /** What to play for {@code call}, if it calls this macro. */
  Optional<Script> calledBy(String call) {
    return arguments(List.of(call.split(" "))).map(script::with);
  }

  private Optional<Map<String, String>> arguments(List<String> call) {
    if (call.size() != words.size()) {
      return Optional.empty();
    }
    var arguments = new HashMap<String, String>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith("$")) {
        arguments.put(words.get(i).substring(1), call.get(i));
      } else if (!words.get(i).equals(call.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(arguments);
  }
}
