package im.monarch.conformance.stage;

import im.monarch.conformance.transcript.WireText;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that were said, for whoever has to find out what went wrong. */
final class Dialogue {

  private static final int KEPT = 40;
  private static final int WIDTH = 240;

  private final Deque<String> lines = new ArrayDeque<>();

  void note(String connection, String mark, String wire) {
    if (lines.size() == KEPT) {
      lines.removeFirst();
    }
    var shown = WireText.show(wire);
    var cut = shown.length() > WIDTH ? shown.substring(0, WIDTH) + "..." : shown;
    lines.add("  " + connection + ' ' + mark + ' ' + cut);
  }

  @Override
  public String toString() {
    return lines.isEmpty() ? "" : "\n" + String.join("\n", lines);
  }
}
