package im.monarch.conformance.passport;

import java.util.List;
import java.util.Optional;

/**
 * What an HTTP server sent until it closed the connection, character by character.
 *
 * @param headers the header lines, in their order and with their own upper and lower case
 */
public record HttpReply(String statusLine, List<String> headers, String body) {

  private static final String END_OF_HEAD = "\r\n\r\n";

  public HttpReply {
    headers = List.copyOf(headers);
  }

  /**
   * @throws IllegalStateException when it has no head that ends with an empty line
   */
  static HttpReply parse(String bytes) {
    int end = bytes.indexOf(END_OF_HEAD);
    if (end < 0) {
      throw new IllegalStateException("no HTTP reply: '" + bytes + "'");
    }
    var lines = List.of(bytes.substring(0, end).split("\r\n"));
    return new HttpReply(
        lines.getFirst(),
        lines.subList(1, lines.size()),
        bytes.substring(end + END_OF_HEAD.length()));
  }

  /** The value of the header written exactly so, after exactly one blank. */
  public Optional<String> header(String name) {
    var start = name + ": ";
    return headers.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst();
  }
}
