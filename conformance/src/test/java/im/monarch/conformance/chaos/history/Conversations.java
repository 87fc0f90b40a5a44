package im.monarch.conformance.chaos.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An acknowledged message was heard once by each who was there, what one says is heard in the order
 * it was said, nothing is heard twice, and whoever asked for an answer got one, or lost the
 * connection. Every payload is unique.
 */
record Conversations() implements Rule {

  private static final String NAME = "messages arrive";

  @Override
  public List<Violation> check(History history) {
    var violations = new ArrayList<Violation>();
    var conversations =
        history.calls().stream()
            .filter(call -> conversation(call).isPresent())
            .collect(Collectors.groupingBy(call -> conversation(call).orElseThrow()));
    for (var members : conversations.values()) {
      for (var sender : members) {
        var messages = messages(sender);
        messages.forEach(message -> acknowledged(message, sender, members, violations));
        for (var member : members) {
          inOrderAndOnce(messages, member, violations);
        }
      }
    }
    return violations;
  }

  /** How many messages were acknowledged. */
  static long acknowledged(History history) {
    return history.calls().stream()
        .flatMap(call -> messages(call).stream())
        .filter(message -> message.answered(0).equals("ACK"))
        .count();
  }

  /** {@code CAL 2 RINGING session} or {@code ANS 1 handle key session}. */
  private static Optional<String> conversation(Session call) {
    for (var command : call.commands()) {
      if (command.verb().equals("CAL") && command.answered(2).equals("RINGING")) {
        return Optional.of(call.node() + ' ' + command.answered(3));
      }
      if (command.verb().equals("ANS") && command.acknowledged()) {
        return Optional.of(call.node() + ' ' + command.word(4));
      }
    }
    return Optional.empty();
  }

  private static List<Command> messages(Session sender) {
    return sender.commands().stream().filter(command -> command.verb().equals("MSG")).toList();
  }

  private static void acknowledged(
      Command message, Session sender, List<Session> members, List<Violation> violations) {
    var text = message.event().payload();
    if (!message.answered() && message.word(2).equals("A") && gaveUp(sender)) {
      violations.add(new Violation(NAME, message.said(), sender + " is told nothing of " + text));
    }
    if (!message.answered(0).equals("ACK")) {
      return;
    }
    long at = message.answer().orElseThrow().at();
    for (var member : members) {
      if (member != sender && present(member, sender, message.said(), at) && !hears(member, text)) {
        violations.add(
            new Violation(NAME, at, member + " has not heard what was acknowledged: " + text));
      }
    }
  }

  /** The server did not close it, and it had every chance to answer. */
  private static boolean gaveUp(Session sender) {
    return sender.events().getLast().kind() == Event.Kind.LEFT;
  }

  /** The sender knew of the member, who had not said good-bye. */
  private static boolean present(Session member, Session sender, long said, long acknowledged) {
    boolean known =
        sender.heard().stream()
            .anyMatch(event -> event.at() < said && introduces(event, member.who()));
    boolean left =
        member.events().stream()
            .anyMatch(
                event ->
                    event.at() < acknowledged
                        && (event.kind() == Event.Kind.LEFT
                            || (event.kind() == Event.Kind.SAID && event.line().equals("OUT"))));
    return known && !left;
  }

  private static boolean introduces(Event event, String who) {
    return switch (event.words()[0]) {
      case "JOI" -> Command.word(event, 1).equals(who);
      case "IRO" -> Command.word(event, 4).equals(who);
      default -> false;
    };
  }

  private static boolean hears(Session member, String text) {
    return member.heard().stream().anyMatch(event -> isMessage(event, text));
  }

  private static boolean isMessage(Event event, String text) {
    return event.words()[0].equals("MSG") && event.payload().equals(text);
  }

  private static void inOrderAndOnce(
      List<Command> messages, Session member, List<Violation> violations) {
    Map<String, Integer> order = new HashMap<>();
    messages.forEach(message -> order.put(message.event().payload(), order.size()));
    int last = -1;
    for (var event : member.heard()) {
      var number = event.words()[0].equals("MSG") ? order.get(event.payload()) : null;
      if (number != null) {
        if (number <= last) {
          violations.add(
              new Violation(
                  NAME, event.at(), member + " hears again, or too late: " + event.payload()));
        }
        last = Math.max(last, number);
      }
    }
  }
}
