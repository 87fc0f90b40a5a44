package im.monarch.conformance.transcript;

import im.monarch.conformance.transcript.Statement.AnyOrder;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the lines of one script into statements. Whoever was named last is meant. */
final class StatementParser {

  private static final Pattern SPEAKER = Pattern.compile("(\\w[\\w.-]*@\\w+)( (.+))?");
  private static final Pattern OPENS =
      Pattern.compile("([\\w.-]+) opens (ds|ns|sb)( (?!as )(\\S+))?( as (\\w+))?");
  private static final Pattern SILENCE = Pattern.compile("([\\w.-]+) hears nothing more");
  private static final Pattern SERVER_CLOSES =
      Pattern.compile("S closes|\\(S closes\\)|Server disconnects client\\.?");
  private static final Pattern CLIENT_CLOSES =
      Pattern.compile("C closes|Client disconnects from server\\b.*");

  private final Function<String, Optional<Script>> macros;
  private final List<Script.Line> lines;
  private int next;
  private String speaker;

  StatementParser(Script script, Function<String, Optional<Script>> macros) {
    this.lines = script.lines();
    this.macros = macros;
  }

  List<Statement> parse() {
    var statements = new ArrayList<Statement>();
    while (next < lines.size()) {
      var line = lines.get(next++);
      parse(line, line.text().strip()).ifPresent(statements::add);
    }
    return statements;
  }

  /** Nothing, when the line only says who is meant from here on. */
  private Optional<Statement> parse(Script.Line line, String text) {
    var named = SPEAKER.matcher(text);
    if (named.matches()) {
      speaker = named.group(1);
      return Optional.ofNullable(named.group(3)).map(rest -> spoken(line, rest));
    }
    var opens = OPENS.matcher(text);
    if (opens.matches()) {
      return Optional.of(opens(line, opens));
    }
    var silence = SILENCE.matcher(text);
    if (silence.matches()) {
      return Optional.of(new HearsNothingMore(line.place(), silence.group(1) + "@ns"));
    }
    if (text.startsWith("given ")) {
      return Optional.of(given(line, text.substring("given ".length())));
    }
    var macro = macros.apply(text);
    return Optional.of(macro.isPresent() ? scene(line, macro.get()) : unnamed(line, text));
  }

  private Statement unnamed(Script.Line line, String text) {
    return text.equals("any order {") ? anyOrder(line) : spoken(line, text);
  }

  private Statement given(Script.Line line, String text) {
    return FactParser.parse(text)
        .map(fact -> new Statement.Arrange(line.place(), fact))
        .orElseThrow(() -> line.unreadable("no such fact"));
  }

  private Statement opens(Script.Line line, Matcher found) {
    var server = found.group(2);
    speaker = found.group(1) + '@' + (found.group(6) == null ? server : found.group(6));
    return new Opens(line.place(), speaker, server, Optional.ofNullable(found.group(4)));
  }

  private Statement scene(Script.Line line, Script script) {
    var parser = new StatementParser(script, macros);
    var scene = new Scene(line.place(), parser.parse());
    speaker = parser.speaker;
    return scene;
  }

  private Statement anyOrder(Script.Line opening) {
    var expected = new ArrayList<Hears>();
    while (next < lines.size()) {
      var line = lines.get(next++);
      var text = line.text().strip();
      if (text.equals("}")) {
        return new AnyOrder(opening.place(), expected);
      }
      switch (parse(line, text).orElse(null)) {
        case null -> {}
        case Hears hears -> expected.add(hears);
        default -> throw line.unreadable("only S: lines have no order");
      }
    }
    throw opening.unreadable("never ends");
  }

  private Statement spoken(Script.Line line, String text) {
    if (speaker == null) {
      throw line.unreadable("cannot read, or who is meant");
    }
    var place = line.place();
    if (text.startsWith("C: ")) {
      return new Says(place, speaker, WireText.of(text.substring(3)), payload());
    }
    if (text.startsWith("S: ")) {
      return new Hears(place, speaker, WireText.of(text.substring(3)), payload());
    }
    if (text.startsWith("C raw: ")) {
      return new SendsRaw(place, speaker, WireText.unescape(text.substring("C raw: ".length())));
    }
    if (SERVER_CLOSES.matcher(text).matches()) {
      return new HearsClose(place, speaker);
    }
    if (CLIENT_CLOSES.matcher(text).matches()) {
      return new Closes(place, speaker);
    }
    return switch (text) {
      case "C vanishes" -> new Vanishes(place, speaker);
      case "C waits for S" -> new WaitsForMore(place, speaker);
      case "hears nothing more" -> new HearsNothingMore(place, speaker);
      default -> throw line.unreadable("cannot read");
    };
  }

  private Payload payload() {
    var below = new ArrayList<Script.Line>();
    while (next < lines.size() && lines.get(next).isPayload()) {
      below.add(lines.get(next++));
    }
    return PayloadParser.parse(below);
  }
}
