package im.monarch.protocol.dialect;

import im.monarch.protocol.dialect.GoldenLines.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page {@code docs/protocol/dialects.md}: command by dialect by form, as the tables have it.
 * The examples are the golden lines, which tests hold against the code.
 */
final class DialectsPage {

  private static final List<Dialect> OLDEST_FIRST =
      Dialects.ALL.newestFirst().reversed().stream()
          .filter(dialect -> !dialect.equals(Cvr0.DIALECT))
          .toList();

  private static final int MOST_EXAMPLES = 3;
  private static final List<String> REQUESTS = List.of("everywhere", "dispatch", "notification");
  private static final List<String> NOT_UNDERSTOOD = List.of("foreign", "refused ", "dismissed ");

  private DialectsPage() {}

  static String page() {
    var page = new StringBuilder();
    page.append("# Dialects\n\n");
    page.append("What each dialect may say, and how. Written by a test from the tables of the\n");
    page.append("package `dialect` and from its golden lines; do not edit it by hand:\n");
    page.append("`mvn -pl shared-protocol test -Dtest=DialectsPageTest -Dreference=write`.\n");
    page.append("CVR0 is no dialect to talk in: it has VER, CVQ and OUT.\n");
    section(
        page, "Commands", "D: dispatch and notification servers, N: notification servers only.");
    commands(page);
    section(page, "Traits", "What differs in meaning.");
    traits(page);
    section(page, "Requests", "Up to three forms that a server understands.");
    requests(page);
    section(page, "Messages", "What a client hears; a line of its own for each line.");
    messages(page);
    return page.toString();
  }

  private static void section(StringBuilder page, String title, String text) {
    page.append("\n## ").append(title).append("\n\n").append(text).append("\n\n");
  }

  private static void commands(StringBuilder page) {
    var verbs = new TreeSet<String>();
    OLDEST_FIRST.forEach(dialect -> verbs.addAll(dialect.nsRequests().verbs()));
    head(page, "command");
    for (var verb : verbs) {
      row(page, verb, dialect -> servers(dialect, verb));
    }
  }

  private static String servers(Dialect dialect, String verb) {
    if (dialect.dsRequests().verbs().contains(verb)) {
      return "D";
    }
    return dialect.nsRequests().verbs().contains(verb) ? "N" : "";
  }

  private static void traits(StringBuilder page) {
    page.append("| trait | from dialect | value |\n| --- | --- | --- |\n");
    Arrays.stream(Traits.class.getDeclaredClasses())
        .filter(Class::isEnum)
        .sorted(Comparator.comparing(Class::getSimpleName))
        .forEach(
            trait ->
                forms(dialect -> value(dialect, trait))
                    .forEach(
                        (dialects, value) -> row(page, trait.getSimpleName(), dialects, value)));
  }

  private static String value(Dialect dialect, Class<?> trait) {
    var name = trait.getSimpleName();
    var accessor = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    try {
      return Traits.class.getMethod(accessor).invoke(dialect.traits()).toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no accessor " + accessor, e);
    }
  }

  private static void requests(StringBuilder page) {
    var verbs = new TreeSet<String>();
    OLDEST_FIRST.forEach(dialect -> verbs.addAll(dialect.nsRequests().verbs()));
    page.append("| command | dialects | form |\n| --- | --- | --- |\n");
    for (var verb : verbs) {
      forms(dialect -> examples(dialect, verb))
          .forEach((dialects, form) -> row(page, verb, dialects, form));
    }
  }

  private static String examples(Dialect dialect, String verb) {
    return lines(dialect, REQUESTS)
        .filter(line -> NOT_UNDERSTOOD.stream().noneMatch(line.right()::startsWith))
        .map(Line::left)
        .filter(wire -> wire.equals(verb) || wire.startsWith(verb + ' '))
        .map(wire -> wire.replace(dialect.name(), "MSNPn"))
        .distinct()
        .limit(MOST_EXAMPLES)
        .map(DialectsPage::code)
        .collect(Collectors.joining("<br>"));
  }

  private static void messages(StringBuilder page) {
    var names = new ArrayList<String>();
    OLDEST_FIRST.reversed().stream()
        .flatMap(dialect -> lines(dialect, List.of("messages")))
        .map(Line::left)
        .distinct()
        .forEach(names::add);
    page.append("| message | dialects | form |\n| --- | --- | --- |\n");
    for (var name : names) {
      forms(dialect -> written(dialect, name))
          .forEach((dialects, form) -> row(page, code(name), dialects, form));
    }
  }

  private static String written(Dialect dialect, String name) {
    return lines(dialect, List.of("messages"))
        .filter(line -> line.left().equals(name))
        .flatMap(line -> Arrays.stream(line.right().split("\r\n", -1)))
        .map(DialectsPage::code)
        .collect(Collectors.joining("<br>"));
  }

  private static Stream<Line> lines(Dialect dialect, List<String> sections) {
    var file = dialect.name().toLowerCase(Locale.ROOT) + ".txt";
    return sections.stream().flatMap(section -> GoldenLines.of(file, section).stream());
  }

  /**
   * Neighbours that have the same form, {@code MSNP2-7}, and that form; without those that have
   * none.
   */
  private static Map<String, String> forms(Function<Dialect, String> form) {
    var forms = new LinkedHashMap<String, String>();
    int from = 0;
    for (int i = 1; i <= OLDEST_FIRST.size(); i++) {
      var current = form.apply(OLDEST_FIRST.get(from));
      if (i == OLDEST_FIRST.size() || !form.apply(OLDEST_FIRST.get(i)).equals(current)) {
        if (!current.isEmpty()) {
          forms.put(range(from, i - 1), current);
        }
        from = i;
      }
    }
    return forms;
  }

  private static String range(int from, int to) {
    var first = OLDEST_FIRST.get(from).name();
    return from == to ? first : first + "-" + number(OLDEST_FIRST.get(to));
  }

  private static String number(Dialect dialect) {
    return dialect.name().substring("MSNP".length());
  }

  private static void head(StringBuilder page, String first) {
    page.append("| ").append(first);
    OLDEST_FIRST.forEach(dialect -> page.append(" | ").append(number(dialect)));
    page.append(" |\n|").append(" --- |".repeat(OLDEST_FIRST.size() + 1)).append('\n');
  }

  private static void row(StringBuilder page, String first, Function<Dialect, String> cell) {
    page.append("| ").append(first);
    OLDEST_FIRST.forEach(dialect -> page.append(" | ").append(cell.apply(dialect)));
    page.append(" |\n");
  }

  private static void row(StringBuilder page, String first, String second, String third) {
    page.append("| " + first + " | " + second + " | " + third + " |\n");
  }

  private static String code(String text) {
    return '`' + text.replace("|", "\\|") + '`';
  }
}
