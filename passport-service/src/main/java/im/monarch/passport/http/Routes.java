package im.monarch.passport.http;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Pages by path. Case does not matter, as on the servers that clients were made for. */
public final class Routes implements Page {

  private static final Page NOT_FOUND = Page.always(HttpAnswer.of(Status.NOT_FOUND));

  private final Map<String, Page> pages;

  private Routes(Map<String, Page> pages) {
    this.pages = Map.copyOf(pages);
  }

  public static Routes none() {
    return new Routes(Map.of());
  }

  /** These routes and one more. */
  public Routes with(String path, Page page) {
    var more = new HashMap<>(pages);
    if (more.put(key(path), page) != null) {
      throw new IllegalArgumentException(path + ": there already");
    }
    return new Routes(more);
  }

  /** What the page at the request's path says, 404 without one. */
  @Override
  public Future<HttpAnswer> answer(HttpRequest request) {
    return pages.getOrDefault(key(request.path()), NOT_FOUND).answer(request);
  }

  private static String key(String path) {
    return path.toLowerCase(Locale.ROOT);
  }
}
