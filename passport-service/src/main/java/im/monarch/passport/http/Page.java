package im.monarch.passport.http;

import io.vertx.core.Future;

/**
 * Answers requests. Shared by all event loops, so it keeps nothing that is not safe to share; a
 * failed future is a fault, which the client sees as 500.
 */
@FunctionalInterface
public interface Page {

  Future<HttpAnswer> answer(HttpRequest request);

  /** A page that says the same to everybody. */
  static Page always(HttpAnswer answer) {
    return request -> Future.succeededFuture(answer);
  }
}
