package im.monarch.passport.http;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client gets. Headers go out in this order and this case: several clients compare raw
 * bytes.
 *
 * @param headers {@code Content-Length} and {@code Connection} may be left out; they are added last
 */
public record HttpAnswer(Status status, List<Header> headers, Buffer body) {

  public HttpAnswer {
    headers = List.copyOf(headers);
  }

  /** Nothing but a status. */
  public static HttpAnswer of(Status status) {
    return new HttpAnswer(status, List.of(), Buffer.buffer());
  }

  /** Busy or out of order: the client may come again after {@code pause}. */
  public static HttpAnswer tryAgain(Duration pause) {
    long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
    return of(Status.SERVICE_UNAVAILABLE).with("Retry-After", Long.toString(seconds));
  }

  /** The same with one more header, behind the others. */
  public HttpAnswer with(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new HttpAnswer(status, more, body);
  }

  /** The same with another body. */
  public HttpAnswer with(Buffer content) {
    return new HttpAnswer(status, headers, content);
  }

  /** Without headers and body: there are tickets in them. */
  @Override
  public String toString() {
    return "HttpAnswer[" + status + ']';
  }
}
