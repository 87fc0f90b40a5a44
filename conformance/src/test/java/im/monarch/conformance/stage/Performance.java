package im.monarch.conformance.stage;

import im.monarch.conformance.stage.Expectation.Verdict;
import im.monarch.conformance.transcript.Fact;
import im.monarch.conformance.transcript.Payload;
import im.monarch.conformance.transcript.Statement;
import im.monarch.conformance.transcript.Statement.AnyOrder;
import im.monarch.conformance.transcript.Statement.Arrange;
import im.monarch.conformance.transcript.Statement.Closes;
import im.monarch.conformance.transcript.Statement.Hears;
import im.monarch.conformance.transcript.Statement.HearsClose;
import im.monarch.conformance.transcript.Statement.HearsNothingMore;
import im.monarch.conformance.transcript.Statement.Opens;
import im.monarch.conformance.transcript.Statement.Says;
import im.monarch.conformance.transcript.Statement.Scene;
import im.monarch.conformance.transcript.Statement.SendsRaw;
import im.monarch.conformance.transcript.Statement.Vanishes;
import im.monarch.conformance.transcript.Statement.WaitsForMore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One playing of one transcript: its people, their connections and what they have heard. */
final class Performance {

  private static final String NEWLINE = "\r\n";

  private final World world;
  private final int patience;
  private final boolean bytewise;
  private final Cast cast = new Cast();
  private final Dialogue dialogue = new Dialogue();
  private final Map<String, Talk> talks = new LinkedHashMap<>();
  private final Expressions expressions;

  Performance(World world, int patience, boolean bytewise) {
    this.world = world;
    this.patience = patience;
    this.bytewise = bytewise;
    this.expressions = new Expressions(cast, world);
  }

  String shown() {
    return dialogue.toString();
  }

  void play(List<Statement> statements) throws IOException {
    play(statements, new HashMap<>());
  }

  private void play(List<Statement> statements, Map<String, String> variables) throws IOException {
    for (var statement : statements) {
      try {
        perform(statement, variables);
      } catch (IllegalStateException e) {
        throw new Mismatch(statement.place() + ": " + e.getMessage());
      }
    }
  }

  private void perform(Statement statement, Map<String, String> variables) throws IOException {
    switch (statement) {
      case Arrange arrange -> arrange(arrange.fact());
      case Opens opens -> open(opens, variables);
      case Says says -> say(says, variables);
      case SendsRaw raw -> {
        var filled = holes(raw.connection(), variables).fill(raw.text());
        talk(raw.connection()).send(raw.place(), filled, bytewise);
      }
      case Hears hears -> talk(hears.connection()).hear(expectation(hears, variables));
      case HearsClose close -> talk(close.connection()).hearClose(close.place());
      case Closes closes -> talk(closes.connection()).sayNothingMore(closes.place());
      case Vanishes vanishes -> talk(vanishes.connection()).vanish();
      case HearsNothingMore silence -> talk(silence.connection()).hearNothingMore(silence.place());
      case WaitsForMore waits -> talk(waits.connection()).waitForMore(waits.place());
      case AnyOrder anyOrder -> hearInAnyOrder(anyOrder, variables);
      case Scene scene -> play(scene);
    }
  }

  private void play(Scene scene) throws IOException {
    try {
      play(scene.statements(), new HashMap<>());
    } catch (Mismatch mismatch) {
      throw mismatch.calledFrom(scene.place());
    }
  }

  private void arrange(Fact fact) {
    if (fact instanceof Fact.Account account) {
      cast.add(account);
    }
    world.arrange(fact);
  }

  private void open(Opens opens, Map<String, String> variables) throws IOException {
    var before = talks.remove(opens.connection());
    if (before != null) {
      before.close();
    }
    var actor = opens.connection().substring(0, opens.connection().indexOf('@'));
    var address =
        opens
            .address()
            .map(text -> address(holes(opens.connection(), variables).fill(text)))
            .orElseGet(() -> world.address(opens.server(), actor));
    var connection = new Connection(address, patience);
    talks.put(
        opens.connection(), new Talk(opens.connection(), connection, dialogue, opens.place()));
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    return new InetSocketAddress(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  private void say(Says says, Map<String, String> variables) {
    var holes = holes(says.connection(), variables);
    var payload = written(says.payload(), holes);
    var line = holes.fill(says.text().replace("{len}", String.valueOf(payload.length())));
    talk(says.connection()).send(says.place(), line + NEWLINE + payload, bytewise);
  }

  private static String written(Payload payload, Holes holes) {
    return switch (payload) {
      case Payload.None none -> "";
      case Payload.Anything any -> throw new IllegalStateException("a client says what it says");
      case Payload.Lines text -> joined(text.lines(), holes, NEWLINE);
      case Payload.Raw raw -> joined(raw.lines(), holes, "");
    };
  }

  private static String joined(List<Payload.Line> lines, Holes holes, String joint) {
    return lines.stream().map(line -> holes.fill(line.text())).collect(Collectors.joining(joint));
  }

  private void hearInAnyOrder(AnyOrder anyOrder, Map<String, String> variables) {
    var open = new ArrayList<>(anyOrder.lines());
    while (!open.isEmpty()) {
      var connection = open.getFirst().connection();
      var candidates =
          open.stream()
              .filter(hears -> hears.connection().equals(connection))
              .map(hears -> expectation(hears, variables))
              .toList();
      open.remove(heardOneOf(candidates, variables));
    }
  }

  private Hears heardOneOf(List<Expectation> candidates, Map<String, String> variables) {
    var first = candidates.getFirst().hears();
    var heard = talk(first.connection()).hear(first.place());
    for (var candidate : candidates) {
      if (candidate.check(heard) instanceof Verdict.Fits(Map<String, String> learnt)) {
        variables.putAll(learnt);
        return candidate.hears();
      }
    }
    var expected = candidates.stream().map(Expectation::shown).collect(Collectors.joining(" or "));
    throw Mismatch.at(first.place(), expected, heard.shown());
  }

  private Expectation expectation(Hears hears, Map<String, String> variables) {
    return new Expectation(hears, holes(hears.connection(), variables));
  }

  private Holes holes(String connection, Map<String, String> variables) {
    return new Holes(
        variables, words -> expressions.compute(words, variables, talks.get(connection)));
  }

  private Talk talk(String connection) {
    var talk = talks.get(connection);
    if (talk == null) {
      throw new IllegalStateException(connection + " is not open");
    }
    return talk;
  }

  /** Nobody has heard more than the transcript says. */
  void finish() {
    talks.values().forEach(Talk::finish);
  }

  void close() throws IOException {
    for (var talk : talks.values()) {
      talk.close();
    }
  }
}
