package im.monarch.conformance.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads transcripts; {@code each} makes several out of one text. */
public final class TranscriptReader {

  private static final Pattern EACH = Pattern.compile("each \\$([a-z]+) of (.+)");
  private static final String SERVER = "given server ";
  private static final String SERVER_FROM = "given server from ";
  private static final String BYTEWISE = "given every byte apart";

  private final List<Macro> macros;
  private final UnaryOperator<String> configurations;

  /**
   * @param configurations the JSON text in the file of that name
   */
  TranscriptReader(List<Macro> macros, UnaryOperator<String> configurations) {
    this.macros = List.copyOf(macros);
    this.configurations = configurations;
  }

  /** A reader that knows no macros and no files. */
  public static TranscriptReader withoutLibrary() {
    return new TranscriptReader(
        List.of(),
        name -> {
          throw new IllegalArgumentException("no folder to find " + name + " in");
        });
  }

  /**
   * Reads one text.
   *
   * @param file what failure messages call it
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  public List<Transcript> read(String file, String text) {
    return read(Script.read(file, text));
  }

  List<Transcript> read(Script script) {
    int header = 0;
    var variations = List.of(Map.<String, String>of());
    var each = eachOf(script, header);
    while (each.isPresent()) {
      variations = times(variations, each.get());
      each = eachOf(script, ++header);
    }
    var body = script.without(header);
    return variations.stream().map(variation -> transcript(body, variation)).toList();
  }

  private static Optional<Each> eachOf(Script script, int line) {
    if (line >= script.lines().size()) {
      return Optional.empty();
    }
    var found = EACH.matcher(script.lines().get(line).text());
    return found.matches()
        ? Optional.of(new Each(found.group(1), List.of(found.group(2).split(" "))))
        : Optional.empty();
  }

  private record Each(String parameter, List<String> values) {}

  private static List<Map<String, String>> times(List<Map<String, String>> variations, Each each) {
    var product = new ArrayList<Map<String, String>>();
    for (var variation : variations) {
      for (var value : each.values()) {
        var longer = new TreeMap<>(variation);
        longer.put(each.parameter(), value);
        product.add(longer);
      }
    }
    return product;
  }

  private Transcript transcript(Script body, Map<String, String> variation) {
    var script = body.with(variation);
    var name = body.file() + (variation.isEmpty() ? "" : " " + variation.values());
    Optional<String> server = Optional.empty();
    boolean bytewise = false;
    int header = 0;
    for (var line : script.lines()) {
      if (line.text().startsWith(SERVER_FROM)) {
        var file = line.text().substring(SERVER_FROM.length());
        server = Optional.of(configurations.apply(file));
      } else if (line.text().startsWith(SERVER)) {
        server = Optional.of(line.text().substring(SERVER.length()));
      } else if (line.text().equals(BYTEWISE)) {
        bytewise = true;
      } else {
        break;
      }
      header++;
    }
    var statements = new StatementParser(script.without(header), this::macro).parse();
    return new Transcript(name, script.sources(), server, bytewise, statements);
  }

  private Optional<Script> macro(String call) {
    return macros.stream().flatMap(macro -> macro.calledBy(call).stream()).findFirst();
  }
}
