package im.monarch.passport.http;

import io.vertx.core.buffer.Buffer;
import java.util.stream.Stream;

/**
 * Writes answers. The version is 1.1 even to clients that said 1.0 or nothing: they look for it.
 */
final class AnswerEncoder {

  private AnswerEncoder() {}

  /**
   * All bytes of {@code answer}.
   *
   * @param method of the request; {@code HEAD} gets no body
   */
  static Buffer encode(HttpAnswer answer, String method) {
    var head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append("\r\n");
    Stream.concat(answer.headers().stream(), missing(answer))
        .forEach(h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
    var bytes = Buffer.buffer(head.append("\r\n").toString());
    return method.equals("HEAD") ? bytes : bytes.appendBuffer(answer.body());
  }

  private static Stream<Header> missing(HttpAnswer answer) {
    return Stream.of(
            new Header("Content-Length", Integer.toString(answer.body().length())),
            new Header("Connection", "close"))
        .filter(h -> answer.headers().stream().noneMatch(has -> has.name().equals(h.name())));
  }
}
