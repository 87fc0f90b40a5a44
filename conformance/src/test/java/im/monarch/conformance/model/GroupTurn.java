package im.monarch.conformance.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** ADG, RMG and REG (protocol notes, 3.3.4). */
final class GroupTurn {

  private static final int ALL_GROUPS = 30;
  private static final int NAME_BYTES = 61;
  private static final int LONGEST_NAME_BYTES = 127;
  private static final Pattern ESCAPED = Pattern.compile("%([0-9a-fA-F]{2})");
  private static final int HEX = 16;

  private final Turn turn;
  private final Society society;
  private final Account me;

  GroupTurn(Turn turn, Society society, Account me) {
    this.turn = turn;
    this.society = society;
    this.me = me;
  }

  void take(String verb, List<String> words) {
    switch (verb) {
      case "ADG" -> add(words);
      case "RMG" -> remove(words);
      default -> rename(words);
    }
  }

  private void add(List<String> words) {
    if (words.isEmpty() || words.size() > 2 || isEndless(words.getFirst())) {
      turn.outcome().hangUp();
      return;
    }
    var name = words.getFirst();
    if (me.groups.size() >= society.limits().groups()) {
      turn.refuse(223);
    } else if (name.length() > NAME_BYTES) {
      turn.refuse(229);
    } else if (named(name).isPresent()) {
      turn.refuse(228);
    } else {
      int id =
          IntStream.range(1, ALL_GROUPS)
              .filter(free -> !me.groups.containsKey(free))
              .findFirst()
              .orElseThrow();
      me.groups.put(id, name);
      turn.stored("ADG", "{version} " + name + ' ' + id + " 0");
    }
  }

  private static boolean isEndless(String name) {
    return name.length() > LONGEST_NAME_BYTES;
  }

  private Optional<Integer> named(String name) {
    return me.groups.entrySet().stream()
        .filter(group -> plain(group.getValue()).equals(plain(name)))
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }

  private static String plain(String escaped) {
    return ESCAPED
        .matcher(escaped)
        .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), HEX)));
  }

  /** Members who are in no other group leave FL with it (9, no. 28). */
  private void remove(List<String> words) {
    if (words.size() != 1 || Integer.parseInt(words.getFirst()) >= ALL_GROUPS) {
      turn.outcome().hangUp();
      return;
    }
    int id = Integer.parseInt(words.getFirst());
    if (id == 0) {
      turn.refuse(230);
    } else if (!me.groups.containsKey(id)) {
      turn.refuse(224);
    } else {
      var members = me.members(id);
      me.groups.remove(id);
      members.forEach(other -> me.contacts.get(other).groups.remove(id));
      var leaving =
          members.stream().filter(other -> me.contacts.get(other).groups.isEmpty()).toList();
      leaving.forEach(other -> me.take(other, ContactList.FL));
      turn.stored("RMG", "{version} " + id);
      leaving.forEach(other -> society.unfollow(turn.outcome(), me, other));
      turn.refreshScreens(false);
    }
  }

  private void rename(List<String> words) {
    boolean wellFormed =
        words.size() >= 2
            && words.size() <= 3
            && Integer.parseInt(words.getFirst()) < ALL_GROUPS
            && !isEndless(words.get(1));
    if (!wellFormed) {
      turn.outcome().hangUp();
      return;
    }
    int id = Integer.parseInt(words.getFirst());
    var name = words.get(1);
    if (!me.groups.containsKey(id)) {
      turn.refuse(224);
    } else if (named(name).filter(other -> other != id).isPresent()) {
      turn.refuse(228);
    } else {
      me.groups.put(id, name);
      turn.stored("REG", "{version} " + id + ' ' + name + " 0");
    }
  }
}
