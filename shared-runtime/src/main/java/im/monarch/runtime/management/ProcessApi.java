package im.monarch.runtime.management;

import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
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
    // Not before the answer is on its way: this listener ends with the process.
    context.addEndHandler(answered -> drain(context.request().remoteAddress()));
    Answers.send(context, 202, new JsonObject().put("draining", true));
  }

  private void drain(SocketAddress client) {
    if (office.drain().request()) {
      LOG.atInfo().addKeyValue("client", client).log("asked to end");
    }
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
