package im.monarch.runtime.management;

import im.monarch.domain.sessions.News;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What an operator tells everybody who is signed in, on whatever process. */
final class AnnouncementsApi {

  private static final int LONGEST = 24 * 60;

  private final Administration administration;

  AnnouncementsApi(Administration administration) {
    this.administration = administration;
  }

  /** {@code POST /api/announcements/shutdown {"minutes": 5}}: clients say so to their users. */
  void shutdown(RoutingContext context) {
    var fields = new Fields(context);
    var minutes = fields.number("minutes", 1, LONGEST);
    if (!fields.areUsable()) {
      Answers.refuse(context, fields);
      return;
    }
    administration.sessions().announce(new News.ShutDownSoon(minutes));
    Answers.send(context, 202, new JsonObject().put("sessions", administration.sessions().count()));
  }
}
