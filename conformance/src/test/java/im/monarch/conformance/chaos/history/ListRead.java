package im.monarch.conformance.chaos.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lists as somebody was told them, whole.
 *
 * @param first whether it was the first of its session
 * @param lists the numbers of the lists each contact is on: 1 FL, 2 AL, 4 BL, 8 RL
 */
record ListRead(
    Session session,
    boolean first,
    long asked,
    long done,
    long version,
    Map<String, Integer> lists) {

  static final Map<String, Integer> BITS = Map.of("FL", 1, "AL", 2, "BL", 4, "RL", 8);

  ListRead {
    lists = Map.copyOf(lists);
  }

  boolean has(String list, String contact) {
    return (lists.getOrDefault(contact, 0) & BITS.get(list)) != 0;
  }

  /** All that were read to their end. */
  static List<ListRead> all(History history) {
    var all = new ArrayList<ListRead>();
    for (var session : history.sessions()) {
      boolean first = true;
      for (var command : session.commands()) {
        if (command.verb().equals("SYN")) {
          read(session, command, first).ifPresent(all::add);
          first = false;
        }
      }
    }
    return all;
  }

  /** {@code SYN 5 version contacts groups}, then a line for each of them. */
  private static Optional<ListRead> read(Session session, Command syn, boolean first) {
    if (!syn.acknowledged() || syn.answered(3).isEmpty()) {
      return Optional.empty();
    }
    int contacts = Integer.parseInt(syn.answered(3));
    long done = syn.answer().orElseThrow().at();
    var lists = new HashMap<String, Integer>();
    for (var event : session.heard()) {
      if (event.at() > done && lists.size() < contacts && event.words()[0].equals("LST")) {
        lists.put(event.words()[1], Integer.parseInt(event.words()[3]));
        done = event.at();
      }
    }
    return lists.size() < contacts
        ? Optional.empty()
        : Optional.of(
            new ListRead(session, first, syn.said(), done, Long.parseLong(syn.answered(2)), lists));
  }
}
