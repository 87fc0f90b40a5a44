package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Event.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection, from the dial tone on. */
public final class Session {

  private static final String SIGN_OF_LIFE = "PNG";
  private static final String GOOD_BYE = "OUT";

  private final List<Event> events;
  private final List<Command> commands;

  /**
   * @param events of one connection, at least one, by time
   */
  Session(List<Event> events) {
    this.events = List.copyOf(events);
    this.commands = pair(this.events);
  }

  int connection() {
    return events.getFirst().connection();
  }

  public String who() {
    return events.getFirst().who();
  }

  public String node() {
    return events.getFirst().node();
  }

  List<Event> events() {
    return events;
  }

  List<Command> commands() {
    return commands;
  }

  List<Event> heard() {
    return events.stream().filter(event -> event.kind() == Kind.HEARD).toList();
  }

  /** The command that showed the ticket or key, if it was answered with OK. */
  private Optional<Command> welcome() {
    return commands.stream()
        .filter(command -> command.verb().equals("USR") && command.answered(2).equals("OK"))
        .findFirst();
  }

  boolean signedIn() {
    return welcome().isPresent();
  }

  /** When the client asked for what made it signed in. */
  long claimed() {
    return welcome().orElseThrow().said();
  }

  /** When the client heard that it is signed in. */
  long welcomed() {
    return welcome().orElseThrow().answer().orElseThrow().at();
  }

  /** When either side closed; {@link Long#MAX_VALUE} while it is open. */
  long ended() {
    return events.stream()
        .filter(event -> event.kind() == Kind.CUT || event.kind() == Kind.LEFT)
        .mapToLong(Event::at)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /** When the client began to go by itself; {@link Long#MAX_VALUE} if it did not. */
  long leaves() {
    return events.stream()
        .filter(
            event ->
                event.kind() == Kind.LEFT
                    || (event.kind() == Kind.SAID && event.words()[0].equals(GOOD_BYE)))
        .mapToLong(Event::at)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /** Whether the client was told that the account is signed in elsewhere, and how often. */
  long toldElsewhere() {
    return heard().stream().filter(event -> event.line().equals("OUT OTH")).count();
  }

  @Override
  public String toString() {
    return who() + " #" + connection() + " at " + node();
  }

  /** A QNG answers the oldest PNG; anything else carries the number of what it answers. */
  private static List<Command> pair(List<Event> events) {
    Map<Event, Event> answers = new HashMap<>();
    Map<String, Event> open = new HashMap<>();
    var signsOfLife = new ArrayDeque<Event>();
    for (var event : events) {
      if (event.kind() == Kind.SAID) {
        if (event.words()[0].equals(SIGN_OF_LIFE)) {
          signsOfLife.add(event);
        } else {
          open.put(Command.word(event, 1), event);
        }
      } else if (event.kind() == Kind.HEARD) {
        var asked =
            event.words()[0].equals("QNG")
                ? signsOfLife.poll()
                : answers(event, open.get(Command.word(event, 1)));
        if (asked != null) {
          answers.putIfAbsent(asked, event);
        }
      }
    }
    var commands = new ArrayList<Command>();
    for (var event : events) {
      if (event.kind() == Kind.SAID) {
        commands.add(new Command(event, Optional.ofNullable(answers.get(event))));
      }
    }
    return List.copyOf(commands);
  }

  private static Event answers(Event heard, Event said) {
    if (said == null) {
      return null;
    }
    var verb = heard.words()[0];
    boolean fits =
        switch (said.words()[0]) {
          case "MSG" -> verb.equals("ACK") || verb.equals("NAK");
          default -> verb.equals(said.words()[0]);
        };
    return fits || Command.isRefusal(verb) ? said : null;
  }
}
