package im.monarch.passport;

import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.Passwords;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.passport.http.Doorkeeper;
import im.monarch.passport.http.HttpAnswer;
import im.monarch.passport.http.HttpFront;
import im.monarch.passport.http.Page;
import im.monarch.passport.http.Routes;
import im.monarch.passport.http.Status;
import im.monarch.passport.login.LoginPage;
import im.monarch.passport.login.PasswordCheck;
import im.monarch.passport.nexus.NexusPage;
import im.monarch.passport.nexus.Realm;
import im.monarch.passport.rst.RstPage;
import im.monarch.passport.tls.CertificateFiles;
import im.monarch.passport.tls.KeptCertificate;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The Passport service of one process: pages, limits and certificate, shared by all instances of
 * {@link PassportVerticle}.
 */
public final class Passport {

  /** The addresses in use, with the ports that were found for 0. */
  public record Bound(HostPort http, HostPort https) {}

  private final PassportConfig config;
  private final Clock clock;
  private final HttpFront plain;
  private final HttpFront secure;
  private final AtomicReference<Optional<Future<KeyCertOptions>>> certificate =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Bound>> bound = new AtomicReference<>(Optional.empty());

  public Passport(
      PassportConfig config, Accounts accounts, Passwords passwords, TicketMint mint, Clock clock) {
    this.config = config;
    this.clock = clock;
    var check = new PasswordCheck(accounts, passwords, config.loginLimits(), clock);
    var login = new LoginPage(config.realm(), check, mint);
    var rst = new RstPage(accounts, check, mint, clock);
    var site = config.redirectTo().map(this::elsewhere).orElseGet(() -> site(login, rst));
    var doorkeeper = new Doorkeeper(config.httpLimits());
    this.plain = new HttpFront(config.http(), site, config.httpLimits(), doorkeeper);
    this.secure = new HttpFront(config.https(), site, config.httpLimits(), doorkeeper);
  }

  /** Where it listens; nothing before the first instance is deployed. */
  public Optional<Bound> bound() {
    return bound.get();
  }

  /** Listens on the event loop of the caller as well. */
  Future<Bound> open(Vertx vertx) {
    return certificate(vertx)
        .compose(files -> Future.all(plain.listen(vertx), secure.listen(vertx, files)))
        .map(both -> new Bound(both.resultAt(0), both.resultAt(1)))
        .onSuccess(both -> bound.set(Optional.of(both)));
  }

  /** Takes no more requests; those under way have {@code patience}. */
  Future<Void> finish(Duration patience) {
    return Future.join(plain.finish(patience), secure.finish(patience)).mapEmpty();
  }

  private Page site(Page login, Page rst) {
    var site =
        Routes.none()
            .with("/", Page.always(HttpAnswer.of(Status.OK)))
            .with(Realm.NEXUS, new NexusPage(config.realm()))
            .with(Realm.LOGIN, login);
    for (var path : RstPage.PATHS) {
      site = site.with(path, rst);
    }
    return site;
  }

  /** Over SOAP too clients go to the other server, to the path that they all know. */
  private Page elsewhere(String login) {
    var host = login.replaceFirst("^(https://[^/]+).*$", "$1");
    return site(
        LoginPage.elsewhere(login), RstPage.elsewhere(host + RstPage.PATHS.getFirst(), clock));
  }

  /** The first instance reads or makes it; the others wait for that, each on its own event loop. */
  private Future<KeyCertOptions> certificate(Vertx vertx) {
    var promise = Promise.<KeyCertOptions>promise();
    if (certificate.compareAndSet(Optional.empty(), Optional.of(promise.future()))) {
      vertx.<KeyCertOptions>executeBlocking(() -> files().read()).onComplete(promise);
    }
    var here = Promise.<KeyCertOptions>promise();
    var context = vertx.getOrCreateContext();
    certificate
        .get()
        .orElseThrow()
        .onComplete(outcome -> context.runOnContext(turn -> here.handle(outcome)));
    return here.future();
  }

  private CertificateFiles files() {
    return config
        .certificate()
        .orElseGet(
            () ->
                new KeptCertificate(config.dataDirectory(), config.realm().hostName(), clock)
                    .obtain());
  }
}
