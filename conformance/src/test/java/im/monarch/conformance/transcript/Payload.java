package im.monarch.conformance.transcript;

import java.util.List;

/** The payload below a {@code C:} or {@code S:} line, as written: holes are still open. */
public sealed interface Payload {

  /** There is no payload. */
  record None() implements Payload {}

  /** {@code ...}: there is one, whatever it is. */
  record Anything() implements Payload {}

  /** Lines marked with a bar. They are joined by CRLF; a bare bar at the end makes it end so. */
  record Lines(List<Line> lines) implements Payload {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /** Lines marked {@code raw|}: bytes with nothing between one line and the next. */
  record Raw(List<Line> lines) implements Payload {
    public Raw {
      lines = List.copyOf(lines);
    }
  }

  /** One line of it, as wire text. */
  record Line(Place place, String text) {}
}
