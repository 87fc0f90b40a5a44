package im.monarch.passport.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a client asks for, complete and within the limits.
 *
 * @param method in the case it came in, {@code GET}
 * @param target as the request line has it: a path, or a whole address as proxies write it
 * @param address the client's network address, without a port
 */
public record HttpRequest(
    String method, String target, List<Header> headers, Buffer body, String address) {

  private static final Pattern AUTHORITY = Pattern.compile("^(?i:https?)://[^/?#]*");
  private static final Pattern TAIL = Pattern.compile("[?#].*$", Pattern.DOTALL);

  public HttpRequest {
    headers = List.copyOf(headers);
  }

  /** The target without host, query and fragment; {@code /} at least. */
  public String path() {
    var path = TAIL.matcher(AUTHORITY.matcher(target).replaceFirst("")).replaceFirst("");
    return path.isEmpty() ? "/" : path;
  }

  /** The values of all headers called {@code name} in whatever case, as they came. */
  public List<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** Without headers and body: there are passwords in them. */
  @Override
  public String toString() {
    return "HttpRequest[" + method + ' ' + path() + ']';
  }
}
