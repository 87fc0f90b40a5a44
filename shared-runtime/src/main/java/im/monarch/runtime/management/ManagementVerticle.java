package im.monarch.runtime.management;

import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for operators. */
public final class ManagementVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(ManagementVerticle.class);
  private static final int MAX_BODY = 64 * 1024;
  private static final int IDLE_SECONDS = 60;
  private static final String BEARER = "Bearer ";

  private final HostPort listen;
  private final Office office;
  private final AtomicReference<HostPort> bound;

  /**
   * @param listen port 0 takes a free one
   * @param bound takes the address actually bound
   */
  public ManagementVerticle(HostPort listen, Office office, AtomicReference<HostPort> bound) {
    this.listen = listen;
    this.office = office;
    this.bound = bound;
  }

  @Override
  public Future<?> start() {
    var options =
        new HttpServerOptions().setIdleTimeout(IDLE_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS);
    return vertx
        .createHttpServer(options)
        .requestHandler(router())
        .listen(listen.port(), listen.host())
        .onSuccess(server -> bound.set(new HostPort(listen.host(), server.actualPort())));
  }

  private Router router() {
    var router = Router.router(vertx);
    router.get("/health/live").handler(context -> health(context, office.readiness().isLive()));
    router.get("/health/ready").handler(context -> health(context, office.readiness().isReady()));
    router.route("/api/*").handler(context -> check(context, office.token()));
    router.route("/api/*").handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
    var process = new ProcessApi(office);
    router.post("/api/drain").handler(process::drain);
    router.get("/api/status").handler(process::status);
    office
        .administration()
        .ifPresentOrElse(
            present -> api(router, present), () -> router.route("/api/*").handler(this::elsewhere));
    router.errorHandler(404, context -> Answers.refuse(context, 404, "there is nothing here"));
    router.errorHandler(405, context -> Answers.refuse(context, 405, "not with this method"));
    router.errorHandler(413, context -> Answers.refuse(context, 413, "at most 64 KiB"));
    router.errorHandler(500, ManagementVerticle::broke);
    return router;
  }

  private static void api(Router router, Administration administration) {
    var accounts = new AccountsApi(administration);
    var contacts = new ContactsApi(administration);
    var legacyPassword = new LegacyPasswordApi(administration);
    router.post("/api/accounts").handler(accounts::create);
    router.get("/api/accounts/:handle").handler(accounts::read);
    router.delete("/api/accounts/:handle").handler(accounts::delete);
    router
        .post("/api/announcements/shutdown")
        .handler(new AnnouncementsApi(administration)::shutdown);
    router.put("/api/accounts/:handle/legacy-password").handler(legacyPassword::put);
    router.delete("/api/accounts/:handle/legacy-password").handler(legacyPassword::delete);
    router.put("/api/accounts/:handle/contacts/:contact").handler(contacts::put);
  }

  private static void check(RoutingContext context, AdminToken token) {
    var header = context.request().getHeader("Authorization");
    if (header != null
        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && token.matches(header.substring(BEARER.length()).strip())) {
      context.next();
      return;
    }
    context.response().putHeader("WWW-Authenticate", "Bearer");
    Answers.refuse(
        context, 401, "send the admin token: Authorization: Bearer <management.adminToken>");
  }

  private static void health(RoutingContext context, boolean up) {
    Answers.send(context, up ? 200 : 503, new JsonObject().put("status", up ? "UP" : "DOWN"));
  }

  private void elsewhere(RoutingContext context) {
    Answers.refuse(
        context, 503, "this process keeps no accounts; ask one that runs notification or passport");
  }

  private static void broke(RoutingContext context) {
    LOG.atError()
        .addKeyValue("path", context.request().path())
        .setCause(context.failure())
        .log("admin request broke");
    Answers.refuse(context, 500, "something broke here; the log of the process says what");
  }
}
