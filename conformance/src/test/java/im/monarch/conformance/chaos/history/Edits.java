package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Event.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every change of a forward, allow or block list, and what the lists can be after them. */
final class Edits {

  private static final Set<String> LISTS = Set.of("FL", "AL", "BL");
  private static final String ALREADY_THERE = "215";
  private static final String NOT_THERE = "216";

  /** Whether a contact is on a list. */
  record Place(String owner, String list, String contact) {}

  /**
   * A change of one place.
   *
   * @param there what it makes true
   * @param said when it was asked for
   * @param answered when it was acknowledged; {@link Long#MAX_VALUE} if it never was, so that
   *     nobody knows whether it happened
   */
  record Edit(boolean there, long said, long answered) {

    boolean acknowledged() {
      return answered != Long.MAX_VALUE;
    }
  }

  private final Map<Place, List<Edit>> edits = new HashMap<>();

  Edits(History history) {
    for (var event : history.events()) {
      if (event.kind() == Kind.GIVEN) {
        var place = new Place(event.words()[0], event.words()[1], event.words()[2]);
        add(place, new Edit(true, event.at(), event.at()));
      }
    }
    for (var session : history.sessions()) {
      session.commands().forEach(command -> read(session.who(), command));
    }
    edits.values().forEach(list -> list.sort((a, b) -> Long.compare(a.said(), b.said())));
  }

  private void read(String owner, Command command) {
    if (!isEdit(command)) {
      return;
    }
    var place = new Place(owner, command.word(2), command.word(3));
    boolean adds = command.verb().equals("ADD");
    if (command.acknowledged()) {
      add(place, new Edit(adds, command.said(), command.answer().orElseThrow().at()));
      return;
    }
    switch (command.answered(0)) {
      case ALREADY_THERE, NOT_THERE ->
          add(place, new Edit(adds, command.said(), command.answer().orElseThrow().at()));
      // The database may have done what nobody could be told any more.
      case "", "603", "910" -> add(place, new Edit(adds, command.said(), Long.MAX_VALUE));
      default -> {
        // Refused by a rule: nothing has changed.
      }
    }
  }

  static boolean isEdit(Command command) {
    var verb = command.verb();
    return (verb.equals("ADD") || verb.equals("REM")) && LISTS.contains(command.word(2));
  }

  private void add(Place place, Edit edit) {
    edits.computeIfAbsent(place, any -> new ArrayList<>()).add(edit);
  }

  Set<Place> places() {
    return edits.keySet();
  }

  List<Edit> of(Place place) {
    return edits.getOrDefault(place, List.of());
  }

  /** How many edits were acknowledged, what was given included. */
  long acknowledged() {
    return edits.values().stream().flatMap(List::stream).filter(Edit::acknowledged).count();
  }

  /** What somebody can find there who looks at some moment between the two. */
  Set<Boolean> possible(Place place, long from, long to) {
    var possible = new TreeSet<Boolean>();
    var all = of(place);
    var certain = all.stream().filter(edit -> edit.answered() < from).mapToLong(Edit::said).max();
    if (certain.isEmpty()) {
      possible.add(false);
    }
    for (var edit : all) {
      boolean overwritten = edit.said() < certain.orElse(Long.MIN_VALUE);
      if (edit.said() <= to && !overwritten) {
        possible.add(edit.there());
      }
    }
    return possible;
  }

  /** Whether the contact was on that list for certain, all the time between the two. */
  boolean certainly(Place place, long from, long to) {
    return possible(place, from, to).equals(Set.of(true));
  }
}
