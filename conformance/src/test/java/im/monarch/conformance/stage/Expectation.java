package im.monarch.conformance.stage;

import im.monarch.conformance.transcript.Payload;
import im.monarch.conformance.transcript.Place;
import im.monarch.conformance.transcript.Statement.Hears;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One {@code S:} line of a transcript, held against what came. */
record Expectation(Hears hears, Holes holes) {

  private static final String NEWLINE = "\r\n";

  /** The outcome of a comparison. */
  sealed interface Verdict {

    /**
     * It is what was expected.
     *
     * @param learnt what the open holes took
     */
    record Fits(Map<String, String> learnt) implements Verdict {}

    record Differs(Mismatch mismatch) implements Verdict {}
  }

  String shown() {
    return Mismatch.quoted(holes.filledAsFarAsKnown(hears.text()));
  }

  Verdict check(Heard heard) {
    if (!(heard instanceof Heard.Line line)) {
      return differs(hears.place(), shown(), heard.shown());
    }
    var learnt = holes.match(hears.text(), line.text());
    if (learnt.isEmpty()) {
      return differs(hears.place(), shown(), heard.shown());
    }
    var known = new HashMap<>(holes.values());
    known.putAll(learnt.get());
    return checkPayload(new Holes(known, holes.compute()), line.payload());
  }

  private Verdict checkPayload(Holes wider, Optional<String> heard) {
    return switch (hears.payload()) {
      case Payload.None none when heard.isEmpty() -> new Verdict.Fits(wider.values());
      case Payload.None none -> differs(hears.place(), "no payload", "'|" + heard.get() + "'");
      case Payload any when heard.isEmpty() -> differs(hears.place(), "a payload", "none");
      case Payload.Anything any -> new Verdict.Fits(wider.values());
      case Payload.Lines text -> checkLines(wider, text.lines(), heard.get());
      case Payload.Raw raw -> checkBytes(wider, raw.lines(), heard.get());
    };
  }

  private static Verdict checkLines(Holes holes, List<Payload.Line> expected, String heard) {
    var learnt = new HashMap<>(holes.values());
    var lines = List.of(heard.split(NEWLINE, -1));
    for (int i = 0; i < expected.size(); i++) {
      var line = expected.get(i);
      var known = new Holes(learnt, holes.compute());
      var shown = bar(known.filledAsFarAsKnown(line.text()));
      if (i >= lines.size()) {
        return differs(line.place(), shown, "the end of the payload");
      }
      var found = known.match(line.text(), lines.get(i));
      if (found.isEmpty()) {
        return differs(line.place(), shown, bar(lines.get(i)));
      }
      learnt.putAll(found.get());
    }
    return lines.size() > expected.size()
        ? differs(
            expected.getLast().place(), "the end of the payload", bar(lines.get(expected.size())))
        : new Verdict.Fits(learnt);
  }

  private static Verdict checkBytes(Holes holes, List<Payload.Line> expected, String heard) {
    var places = new ArrayList<Place>();
    var bytes = new StringBuilder();
    for (var line : expected) {
      var filled = holes.fill(line.text());
      bytes.append(filled);
      filled.chars().forEach(each -> places.add(line.place()));
    }
    int same = 0;
    while (same < Math.min(bytes.length(), heard.length())
        && bytes.charAt(same) == heard.charAt(same)) {
      same++;
    }
    if (same == bytes.length() && same == heard.length()) {
      return new Verdict.Fits(holes.values());
    }
    var place = same < places.size() ? places.get(same) : expected.getLast().place();
    return differs(place, "byte " + same + " to be " + byteAt(bytes, same), byteAt(heard, same));
  }

  private static String byteAt(CharSequence bytes, int index) {
    return index < bytes.length() ? "%02x".formatted((int) bytes.charAt(index)) : "the end";
  }

  private static String bar(String line) {
    return Mismatch.quoted('|' + line);
  }

  private static Verdict differs(Place place, String expected, String heard) {
    return new Verdict.Differs(Mismatch.at(place, expected, heard));
  }
}
