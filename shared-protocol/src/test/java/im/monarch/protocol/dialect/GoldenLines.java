package im.monarch.protocol.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of golden lines, {@code src/test/resources/lines}: what one dialect reads and writes.
 *
 * <pre>
 * # a comment
 * [everywhere]              requests that both kinds of server read alike; also dispatch, notification
 * CHG 9 NLN => Chg[...]     wire, then what it is read as; \r\n stands for a line ending inside
 * [messages]
 * Fln[...] => FLN a@b.c     message, then how it is written
 * | another line            the lines that follow it; behind the last, \ says that no CR LF ends it
 * Bpr[...] => nothing       the dialect leaves it out
 * [never said]
 * Inf[...] => only to ...   message, then why nobody says it in this dialect
 * </pre>
 */
final class GoldenLines {

  private static final String ARROW = " => ";

  /** One line of a file. */
  record Line(String place, String section, String left, String right) {

    @Override
    public String toString() {
      return place + ' ' + left;
    }
  }

  private GoldenLines() {}

  static List<Line> of(String file) {
    var lines = new ArrayList<Line>();
    var section = "";
    int number = 0;
    for (var text : text(file).split("\n", -1)) {
      number++;
      if (text.startsWith("[")) {
        section = text.substring(1, text.length() - 1);
      } else if (text.startsWith("|")) {
        lines.add(followed(lines.removeLast(), text.substring(1)));
      } else if (!text.isBlank() && !text.startsWith("#")) {
        lines.add(line(file + ':' + number, section, text));
      }
    }
    return lines;
  }

  static List<Line> of(String file, String section) {
    return of(file).stream().filter(line -> line.section().equals(section)).toList();
  }

  private static Line line(String place, String section, String text) {
    int arrow = text.indexOf(ARROW);
    if (arrow < 0) {
      throw new IllegalArgumentException(place + ": expected 'left => right'");
    }
    return new Line(
        place, section, text.substring(0, arrow), text.substring(arrow + ARROW.length()));
  }

  private static Line followed(Line line, String more) {
    return new Line(line.place(), line.section(), line.left(), line.right() + "\r\n" + more);
  }

  private static String text(String file) {
    try (var in = GoldenLines.class.getResourceAsStream("/lines/" + file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
