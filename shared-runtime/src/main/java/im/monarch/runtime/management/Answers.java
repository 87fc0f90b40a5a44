package im.monarch.runtime.management;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the management listener answers with: JSON, always. */
final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private Answers() {}

  static void send(RoutingContext context, int status, JsonObject body) {
    var response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(body.toBuffer().appendString("\n"))
        .onFailure(fault -> LOG.atDebug().setCause(fault).log("answer not delivered"));
  }

  /** 204: done, and nothing to show. */
  static void sendNothing(RoutingContext context) {
    context
        .response()
        .setStatusCode(204)
        .end()
        .onFailure(fault -> LOG.atDebug().setCause(fault).log("answer not delivered"));
  }

  /** A refusal in one sentence that says what to do. */
  static void refuse(RoutingContext context, int status, String sentence) {
    send(context, status, new JsonObject().put("error", sentence));
  }

  /** 400: every field that is wrong. */
  static void refuse(RoutingContext context, Fields fields) {
    var problems = new JsonArray();
    fields
        .problems()
        .forEach(
            (field, expected) ->
                problems.add(new JsonObject().put("field", field).put("expected", expected)));
    send(
        context,
        400,
        new JsonObject().put("error", "some fields are not usable").put("problems", problems));
  }

  /** 503: the store, or what works on it, did not do its part. */
  static void away(RoutingContext context, Throwable fault) {
    LOG.atWarn()
        .addKeyValue("method", context.request().method())
        .addKeyValue("path", context.request().path())
        .addKeyValue("fault", fault)
        .log("admin request failed");
    refuse(context, 503, "the store does not answer; nothing is known to have changed, try again");
  }
}
