package im.monarch.conformance.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a transcript that say something: comments gone, continuations joined to the line
 * they go on with.
 */
record Script(String file, List<String> sources, List<Line> lines) {

  private static final String SOURCE = "# source:";
  private static final Pattern CONTINUATION = Pattern.compile("\\s*\\.\\. (.*)");
  private static final Pattern PAYLOAD = Pattern.compile("\\s+(\\.\\.\\.|\\||raw\\|).*");
  private static final Pattern PARAMETER = Pattern.compile("\\$([a-z]+)");

  record Line(Place place, String text) {

    boolean isPayload() {
      return PAYLOAD.matcher(text).matches();
    }

    IllegalArgumentException unreadable(String why) {
      return new IllegalArgumentException(place + ": " + why + ": '" + text.strip() + "'");
    }
  }

  Script {
    sources = List.copyOf(sources);
    lines = List.copyOf(lines);
  }

  static Script read(String file, String text) {
    var sources = new ArrayList<String>();
    var lines = new ArrayList<Line>();
    int number = 0;
    for (var raw : text.lines().toList()) {
      number++;
      var line = new Line(new Place(file, number), raw);
      if (raw.startsWith(SOURCE)) {
        sources.add(raw.substring(SOURCE.length()).strip());
      } else if (!raw.isBlank() && !raw.startsWith("#")) {
        take(line, lines);
      }
    }
    return new Script(file, sources, lines);
  }

  private static void take(Line line, List<Line> lines) {
    if (line.text().endsWith(" ") || line.text().endsWith("\t")) {
      throw line.unreadable("a blank at the end is invisible, write {} behind it");
    }
    var continuation = CONTINUATION.matcher(line.text());
    if (!continuation.matches()) {
      lines.add(line);
    } else if (lines.isEmpty()) {
      throw line.unreadable("nothing to continue");
    } else {
      lines.add(continued(lines.removeLast(), continuation.group(1)));
    }
  }

  /** A piece that begins with an escaped blank goes on inside the same word. */
  private static Line continued(Line line, String piece) {
    var joint = piece.startsWith("%20") ? "" : " ";
    return new Line(line.place(), line.text() + joint + piece);
  }

  Script without(int firstLines) {
    return new Script(file, sources, lines.subList(firstLines, lines.size()));
  }

  /** The same with {@code $name} replaced by what it stands for. */
  Script with(Map<String, String> parameters) {
    UnaryOperator<String> fill =
        text ->
            PARAMETER
                .matcher(text)
                .replaceAll(
                    found ->
                        Matcher.quoteReplacement(
                            parameters.getOrDefault(found.group(1), found.group())));
    return new Script(
        file,
        sources,
        lines.stream().map(line -> new Line(line.place(), fill.apply(line.text()))).toList());
  }
}
