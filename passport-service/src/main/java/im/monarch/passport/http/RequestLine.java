package im.monarch.passport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/**
 * Completes a request line that names no version ({@code GET /rdr/pprdr.asp}, as gaim writes it),
 * so that an ordinary decoder takes it for a request with headers. Everything else passes
 * unchanged, except blank lines before the first, which go.
 */
final class RequestLine {

  private static final Pattern WITHOUT_VERSION = Pattern.compile("\\S+[ \t]+\\S+");
  private static final byte[] NOTHING = {};

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean complete;

  /** What may go on to the decoder now that {@code chunk} has arrived. */
  byte[] feed(byte[] chunk) {
    if (complete) {
      return chunk;
    }
    int start = line.size() == 0 ? skipBlankLines(chunk) : 0;
    int end = start;
    while (end < chunk.length && chunk[end] != '\n') {
      end++;
    }
    line.write(chunk, start, end - start);
    if (end == chunk.length) {
      return NOTHING;
    }
    complete = true;
    return completed(chunk, end + 1);
  }

  private byte[] completed(byte[] chunk, int rest) {
    var text = line.toString(ISO_8859_1).stripTrailing();
    var version = WITHOUT_VERSION.matcher(text).matches() ? " HTTP/1.0\r\n" : "\r\n";
    line.reset();
    line.writeBytes((text + version).getBytes(ISO_8859_1));
    line.write(chunk, rest, chunk.length - rest);
    return line.toByteArray();
  }

  private static int skipBlankLines(byte[] chunk) {
    int start = 0;
    while (start < chunk.length && (chunk[start] == '\r' || chunk[start] == '\n')) {
      start++;
    }
    return start;
  }
}
