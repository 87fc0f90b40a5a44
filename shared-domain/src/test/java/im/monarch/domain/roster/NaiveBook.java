package im.monarch.domain.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules once more, as somebody would write them on the back of an envelope: words, plain
 * collections that change in place, nothing shared with the real ones.
 */
final class NaiveBook {

  final Map<String, TreeSet<Integer>> forward = new TreeMap<>();
  final TreeSet<String> allow = new TreeSet<>();
  final TreeSet<String> block = new TreeSet<>();
  final TreeSet<String> reverse = new TreeSet<>();
  final Map<String, String> nicknames = new TreeMap<>();
  final Map<Integer, String> groups = new TreeMap<>(Map.of(0, "Other%20Contacts"));
  final Map<String, String> properties = new TreeMap<>();
  String name = "Owner";
  String blp = "AL";
  String gtc = "A";
  long version = 7;

  /** "OK", or the refusal. */
  String apply(String line) {
    var words = List.of(line.split(" ", -1));
    var answer =
        switch (words.get(0)) {
          case "ADD" -> add(words);
          case "REM" -> remove(words);
          case "JUDGE" -> judge(words.get(1), words.get(2));
          case "JOIN" -> join(words.get(1), Integer.parseInt(words.get(2)));
          case "ADG" -> addGroup(words.get(1));
          case "RMG" -> removeGroup(Integer.parseInt(words.get(1)));
          case "REG" -> renameGroup(Integer.parseInt(words.get(1)), words.get(2));
          case "REA" -> rename(words);
          default -> mode(words);
        };
    if (answer.equals("OK")) {
      version++;
      nicknames.keySet().retainAll(listed());
    }
    return answer;
  }

  private String add(List<String> words) {
    var who = words.get(2);
    if (who.equals("nobody")) {
      return "NO_SUCH_ACCOUNT";
    }
    return switch (words.get(1)) {
      case "AL" -> admit(allow, block, who, words.get(3));
      case "BL" -> admit(block, allow, who, words.get(3));
      default -> watch(who, words);
    };
  }

  private String admit(Set<String> list, Set<String> opposite, String who, String nick) {
    if (list.contains(who)) {
      return "ALREADY_THERE";
    }
    if (opposite.contains(who)) {
      return "ON_OPPOSITE_LIST";
    }
    list.add(who);
    nicknames.putIfAbsent(who, nick);
    return "OK";
  }

  private String watch(String who, List<String> words) {
    int group = words.size() > 4 ? Integer.parseInt(words.get(4)) : 0;
    if (!groups.containsKey(group)) {
      return "NO_SUCH_GROUP";
    }
    if (forward.containsKey(who)) {
      return words.size() > 4 && forward.get(who).add(group) ? "OK" : "ALREADY_THERE";
    }
    if (forward.size() >= Notation.LIMITS.contacts()) {
      return "LIST_FULL";
    }
    forward.put(who, new TreeSet<>(List.of(group)));
    nicknames.put(who, words.get(3));
    return "OK";
  }

  private String judge(String list, String who) {
    return add(List.of("ADD", list, who, Notation.ownName(who).escaped()));
  }

  private String join(String who, int group) {
    if (!forward.containsKey(who)) {
      return "NOT_ON_LIST";
    }
    if (!groups.containsKey(group)) {
      return "NO_SUCH_GROUP";
    }
    if (!forward.get(who).add(group)) {
      return "ALREADY_THERE";
    }
    forward.get(who).removeIf(other -> other == 0);
    return "OK";
  }

  private String remove(List<String> words) {
    var who = words.get(2);
    if (!words.get(1).equals("FL")) {
      return (words.get(1).equals("AL") ? allow : block).remove(who) ? "OK" : "NOT_ON_LIST";
    }
    if (!forward.containsKey(who)) {
      return "NOT_ON_LIST";
    }
    if (words.size() == 3) {
      forward.remove(who);
      return "OK";
    }
    int group = Integer.parseInt(words.get(3));
    if (!groups.containsKey(group)) {
      return "NO_SUCH_GROUP";
    }
    if (!forward.get(who).remove(group)) {
      return "NOT_IN_GROUP";
    }
    if (forward.get(who).isEmpty()) {
      forward.get(who).add(0);
    }
    return "OK";
  }

  private String addGroup(String group) {
    if (groups.size() >= Notation.LIMITS.groups()) {
      return "TOO_MANY_GROUPS";
    }
    if (group.length() > Notation.LIMITS.groupNameBytes()) {
      return "GROUP_NAME_TOO_LONG";
    }
    if (groups.containsValue(group)) {
      return "GROUP_NAME_TAKEN";
    }
    for (int number = 1; ; number++) {
      if (groups.putIfAbsent(number, group) == null) {
        return "OK";
      }
    }
  }

  private String removeGroup(int number) {
    if (number == 0) {
      return "PERMANENT_GROUP";
    }
    if (groups.remove(number) == null) {
      return "NO_SUCH_GROUP";
    }
    for (var who : new ArrayList<>(forward.keySet())) {
      forward.get(who).remove(number);
      if (forward.get(who).isEmpty()) {
        forward.remove(who);
      }
    }
    return "OK";
  }

  private String renameGroup(int number, String group) {
    if (!groups.containsKey(number)) {
      return "NO_SUCH_GROUP";
    }
    if (groups.containsValue(group) && !groups.get(number).equals(group)) {
      return "GROUP_NAME_TAKEN";
    }
    groups.put(number, group);
    return "OK";
  }

  private String rename(List<String> words) {
    if (words.size() == 2) {
      name = words.get(1);
      return "OK";
    }
    return nicknames.replace(words.get(1), words.get(2)) == null ? "NOT_ON_LIST" : "OK";
  }

  private String mode(List<String> words) {
    var value = words.get(words.size() - 1);
    return switch (words.get(0)) {
      case "BLP" -> {
        var before = blp;
        blp = value;
        yield before.equals(value) ? "ALREADY_IN_MODE" : "OK";
      }
      case "GTC" -> {
        var before = gtc;
        gtc = value;
        yield before.equals(value) ? "ALREADY_IN_MODE" : "OK";
      }
      default -> {
        if (words.size() == 3) {
          properties.put(words.get(1), value);
        } else {
          properties.remove(words.get(1));
        }
        yield "OK";
      }
    };
  }

  private Set<String> listed() {
    var all = new TreeSet<>(forward.keySet());
    all.addAll(allow);
    all.addAll(block);
    return all;
  }

  /** Everything there is, as {@link Notation} writes it. */
  String text() {
    var all = listed();
    all.addAll(reverse);
    var contacts = all.stream().map(this::contact).toList();
    var numbered = groups.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
    return String.join(
        " | ",
        List.of(
            Long.toString(version),
            name,
            blp,
            gtc,
            properties.toString(),
            String.join("; ", numbered),
            contacts.isEmpty() ? "-" : String.join("; ", contacts)));
  }

  private String contact(String who) {
    var words = new ArrayList<String>();
    words.add(who + ":" + nicknames.getOrDefault(who, Notation.ownName(who).escaped()));
    addIf(forward.containsKey(who), "FL", words);
    addIf(allow.contains(who), "AL", words);
    addIf(block.contains(who), "BL", words);
    addIf(reverse.contains(who), "RL", words);
    if (forward.containsKey(who)) {
      words.add(String.join(",", forward.get(who).stream().map(String::valueOf).toList()));
    }
    return String.join(" ", words);
  }

  private static void addIf(boolean condition, String word, List<String> words) {
    if (condition) {
      words.add(word);
    }
  }
}
