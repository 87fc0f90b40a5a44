package im.monarch.conformance.model;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.client.Door;
import im.monarch.conformance.model.Step.Leave;
import im.monarch.conformance.model.Step.Say;
import im.monarch.conformance.model.Step.SignIn;
import im.monarch.conformance.model.Step.Syn;
import im.monarch.conformance.transcript.WireText;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Real clients take the steps; what each of them hears is held against the model. After every step
 * everybody who is connected asks for a sign of life, so that one line too many is heard at once.
 */
final class Play implements AutoCloseable {

  private static final int FIRST_TR_ID = 10;

  private final Door door;
  private final Cast cast;
  private final Society society;
  private final NavigableMap<String, Client> clients = new TreeMap<>();
  private final List<String> dialogue = new ArrayList<>();
  private long trId = FIRST_TR_ID;

  Play(Door door, Cast cast, Society society) {
    this.door = door;
    this.cast = cast;
    this.society = society;
  }

  /** What was said and heard so far. */
  List<String> dialogue() {
    return dialogue;
  }

  /** Takes a step; yields what was not as the model has it. */
  Optional<String> take(Step step) {
    trId++;
    var actor = cast.handle(step.who());
    var line = line(step, actor);
    var outcome = society.take(step, trId);
    var difference =
        switch (step) {
          case SignIn signIn -> signIn(signIn, actor, outcome);
          case Leave leave -> leave(leave, actor, outcome);
          case Syn syn -> say(line, actor, outcome);
          case Say say -> say(line, actor, outcome);
        };
    for (var other : List.copyOf(clients.keySet())) {
      boolean heardAlready = other.equals(actor) && !(step instanceof SignIn);
      if (difference.isEmpty() && !heardAlready) {
        difference = listen(other, outcome.of(other));
      }
    }
    return difference;
  }

  private String line(Step step, String actor) {
    return switch (step) {
      case SignIn signIn -> "(signs in with " + signIn.dialect() + ")";
      case Leave leave -> leave.politely() ? "OUT" : "(vanishes)";
      case Syn syn -> "SYN " + trId + ' ' + known(actor, syn.offset());
      case Say say -> {
        var words = say.words().stream().map(cast::spelled).toList();
        yield say.verb() + ' ' + trId + ' ' + String.join(" ", words);
      }
    };
  }

  private long known(String actor, int offset) {
    long version = society.account(actor).orElseThrow().version;
    return offset == Syn.NOTHING ? 0 : version + offset;
  }

  private Optional<String> signIn(SignIn step, String actor, Outcome outcome) {
    note(actor, "C", "(signs in with " + step.dialect() + ")");
    var before = clients.put(actor, door.signIn(actor, step.dialect()));
    if (!outcome.isTakeOver()) {
      return Optional.empty();
    }
    var expected = new Expected();
    expected.line("OUT OTH");
    expected.line(Client.HANG_UP);
    var heard = before.hearToTheEnd();
    before.close();
    return difference(actor, expected, heard);
  }

  /**
   * Somebody whom nobody sees leaves with a good-bye: there is no other sign by which to know that
   * the server has noticed.
   */
  private Optional<String> leave(Leave step, String actor, Outcome outcome) {
    var client = clients.remove(actor);
    if (client == null) {
      return Optional.empty();
    }
    try (client) {
      if (!step.politely() && outcome.isNoticed()) {
        note(actor, "C", "(vanishes)");
        client.vanish();
        return Optional.empty();
      }
      note(actor, "C", "OUT");
      client.say("OUT");
      var expected = new Expected();
      expected.line("OUT");
      expected.line(Client.HANG_UP);
      return difference(actor, expected, client.hearToTheEnd());
    }
  }

  private Optional<String> say(String line, String actor, Outcome outcome) {
    var client = clients.get(actor);
    if (client == null) {
      return Optional.empty();
    }
    note(actor, "C", line);
    client.say(line);
    if (!outcome.isOver()) {
      return difference(actor, outcome.of(actor), client.hearOut());
    }
    clients.remove(actor);
    try (client) {
      return difference(actor, outcome.of(actor), client.hearToTheEnd());
    }
  }

  private Optional<String> listen(String handle, Expected expected) {
    var client = clients.get(handle);
    var heard = new ArrayList<String>();
    while (heard.size() < expected.size()) {
      heard.add(client.hear());
      if (heard.getLast().equals(Client.HANG_UP) || heard.getLast().equals(Client.SILENCE)) {
        return difference(handle, expected, heard);
      }
    }
    heard.addAll(client.hearOut());
    return difference(handle, expected, heard);
  }

  private Optional<String> difference(String handle, Expected expected, List<String> heard) {
    heard.forEach(line -> note(handle, "S", line));
    return expected.matches(heard)
        ? Optional.empty()
        : Optional.of(
            "%s should have heard %s%n%s heard %s"
                .formatted(
                    cast.name(handle),
                    shown(expected.toString()),
                    cast.name(handle),
                    heard.isEmpty() ? "nothing" : shown(String.join(" / ", heard))));
  }

  private void note(String handle, String mark, String line) {
    dialogue.add(cast.name(handle) + ' ' + mark + ": " + shown(line));
  }

  private static String shown(String wire) {
    return WireText.show(wire).replaceAll("(\\w)\\1{20,}", "$1...");
  }

  @Override
  public void close() {
    clients.values().forEach(Client::close);
  }
}
