package im.monarch.runtime.management;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator asks of a process, whatever it runs. */
final class ProcessApi {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessApi.class);

  private final Office office;

  ProcessApi(Office office) {
    this.office = office;
  }

  /** {@code POST /api/drain}: the process lets everybody leave, then ends. */
  void drain(RoutingContext context) {
    if (office.drain().request()) {
      LOG.atInfo().addKeyValue("client", context.request().remoteAddress()).log("asked to end");
    }
    Answers.send(context, 202, new JsonObject().put("draining", true));
  }

  /** {@code GET /api/status}: how all processes of the service are. */
  void status(RoutingContext context) {
    office
        .statusDesk()
        .ask()
        .onComplete(
            status -> Answers.send(context, 200, status.toJson()),
            fault -> Answers.refuse(context, 503, "the other processes cannot be asked"));
  }
}
