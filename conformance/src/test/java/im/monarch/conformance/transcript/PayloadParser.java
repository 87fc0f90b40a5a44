package im.monarch.conformance.transcript;

import java.util.List;
import java.util.function.UnaryOperator;

/** Reads the indented lines below a {@code C:} or {@code S:} line. */
final class PayloadParser {

  private static final String ANYTHING = "...";
  private static final String TEXT = "|";
  private static final String RAW = "raw|";

  private PayloadParser() {}

  static Payload parse(List<Script.Line> lines) {
    if (lines.isEmpty()) {
      return new Payload.None();
    }
    if (lines.size() == 1 && lines.getFirst().text().strip().equals(ANYTHING)) {
      return new Payload.Anything();
    }
    return lines.getFirst().text().stripLeading().startsWith(RAW)
        ? new Payload.Raw(all(lines, RAW, WireText::unescape))
        : new Payload.Lines(all(lines, TEXT, WireText::of));
  }

  private static List<Payload.Line> all(
      List<Script.Line> lines, String mark, UnaryOperator<String> reader) {
    return lines.stream().map(line -> line(line, mark, reader)).toList();
  }

  private static Payload.Line line(Script.Line line, String mark, UnaryOperator<String> reader) {
    var text = line.text().stripLeading();
    if (!text.startsWith(mark)) {
      throw line.unreadable("not the same kind of payload line as above it");
    }
    return new Payload.Line(line.place(), reader.apply(text.substring(mark.length())));
  }
}
