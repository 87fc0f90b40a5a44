package im.monarch.deploy;

import im.monarch.domain.guessing.LoginLimits;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.passport.Passport;
import im.monarch.passport.PassportConfig;
import im.monarch.passport.PassportVerticle;
import im.monarch.passport.http.HttpLimits;
import im.monarch.passport.nexus.Realm;
import im.monarch.passport.tls.CertificateFiles;
import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.config.PassportSection;
import im.monarch.runtime.config.RoleName;
import im.monarch.runtime.launch.Bound;
import im.monarch.runtime.launch.Role;
import im.monarch.runtime.launch.Wiring;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VertxOptions;
import java.util.List;

/** Passport, in a process. */
final class PassportRole implements Role {

  @Override
  public RoleName name() {
    return RoleName.PASSPORT;
  }

  @Override
  public boolean usesStore() {
    return true;
  }

  @Override
  public Future<List<Bound>> start(Wiring wiring) {
    return Tickets.mint(wiring).compose(mint -> start(wiring, mint));
  }

  private static Future<List<Bound>> start(Wiring wiring, TicketMint mint) {
    var passport =
        new Passport(
            config(wiring.config()),
            wiring.store().accounts(),
            wiring.store().passwords(),
            mint,
            wiring.store().clock());
    var instances = new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE);
    return wiring
        .vertx()
        .deployVerticle(
            () -> new PassportVerticle(passport, Endings.lastWords(wiring.config())), instances)
        .map(deployed -> passport.bound().orElseThrow())
        .map(
            bound ->
                List.of(
                    new Bound("passport-http", bound.http()),
                    new Bound("passport-https", bound.https())));
  }

  private static PassportConfig config(MonarchConfig config) {
    var section = config.passport();
    return new PassportConfig(
        section.http(),
        section.https(),
        new Realm(section.publicHost(), section.configVersion()),
        section.redirectTo(),
        section
            .certificate()
            .flatMap(file -> section.key().map(key -> new CertificateFiles(file, key))),
        config.store().folder(),
        httpLimits(section.limits()),
        new LoginLimits(section.limits().triesPerAccount(), section.limits().triesPerAddress()));
  }

  private static HttpLimits httpLimits(PassportSection.Limits limits) {
    return new HttpLimits(
        limits.headBytes(),
        limits.bodyBytes(),
        limits.request(),
        limits.connections(),
        limits.connectionsPerAddress());
  }
}
