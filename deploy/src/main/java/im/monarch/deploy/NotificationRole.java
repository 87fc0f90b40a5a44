package im.monarch.deploy;

import im.monarch.domain.guessing.Attempts;
import im.monarch.domain.guessing.LoginLimits;
import im.monarch.domain.limits.Rate;
import im.monarch.domain.sessions.Membership;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims;
import im.monarch.domain.switchboards.SwitchboardNodes;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.notification.NotificationVerticle;
import im.monarch.notification.conversation.LegacySignIn;
import im.monarch.notification.conversation.NsServices;
import im.monarch.notification.conversation.NsSettings;
import im.monarch.notification.node.Gate;
import im.monarch.notification.node.SoftDirectory;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.cluster.BusNotificationNodes;
import im.monarch.runtime.cluster.BusSwitchboardNodes;
import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.config.RoleName;
import im.monarch.runtime.connection.ConnectionLimits;
import im.monarch.runtime.connection.Talk;
import im.monarch.runtime.launch.Bound;
import im.monarch.runtime.launch.Role;
import im.monarch.runtime.launch.Wiring;
import im.monarch.runtime.reception.Reception;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The notification server, in a process. */
final class NotificationRole implements Role {

  @Override
  public RoleName name() {
    return RoleName.NOTIFICATION;
  }

  @Override
  public boolean usesStore() {
    return true;
  }

  @Override
  public Future<List<Bound>> start(Wiring wiring) {
    var listening =
        Future.all(
                Tickets.mint(wiring),
                BusSwitchboardNodes.listen(wiring.vertx()),
                BusNotificationNodes.listen(wiring.vertx()),
                wiring.store().joining().join(wiring.node()))
            .compose(
                all -> {
                  Membership membership = all.resultAt(3);
                  membership.claims().onTaken(wiring.sessions()::evict);
                  var entrance = Entrance.of(wiring, all.resultAt(2), membership.lease());
                  var services =
                      services(
                          wiring,
                          all.resultAt(0),
                          all.resultAt(1),
                          membership.claims(),
                          entrance.gate());
                  return open(wiring, services, entrance);
                });
    wiring.onePort().listens(listening);
    return listening.map(bound -> List.of(new Bound("notification", bound)));
  }

  /** Without a lease there are no sessions here: those that there were end. */
  private static Future<HostPort> open(Wiring wiring, NsServices services, Entrance entrance) {
    entrance.lease().onLost(() -> wiring.sessions().announce(new News.LeaseLost()));
    return listen(wiring, services, entrance.bound())
        .compose(bound -> entrance.announce(wiring).map(bound))
        .compose(bound -> Echo.start(wiring, services.tickets(), bound).map(bound));
  }

  private static NsServices services(
      Wiring wiring,
      TicketMint mint,
      SwitchboardNodes switchboards,
      SessionClaims claims,
      Gate gate) {
    return new NsServices(
        wiring.node(),
        settings(wiring.config()),
        wiring.store().accounts(),
        wiring.store().rosters(),
        wiring.store().addressBook(),
        claims,
        wiring.sessions(),
        wiring.everybody(),
        new SoftDirectory(wiring.directory(), wiring.neighbourhood()::compareSoon),
        mint,
        legacySignIn(wiring),
        switchboards,
        gate,
        wiring.store().clock());
  }

  /** Bounded as the login page is, and counted by itself. */
  private static LegacySignIn legacySignIn(Wiring wiring) {
    var limits = wiring.config().passport().limits();
    return new LegacySignIn(
        wiring.store().legacySecrets(),
        new Attempts(
            new LoginLimits(limits.triesPerAccount(), limits.triesPerAddress()),
            wiring.store().clock()));
  }

  private static NsSettings settings(MonarchConfig config) {
    var section = config.notification();
    return new NsSettings(
        new Reception(section.dialects(), section.verReply(), config.clients()),
        config.profile(),
        section.ping(),
        config.challenge().enabled(),
        config.challenge().products(),
        config.passport().publicHost(),
        section.shields(),
        Rate.perMinute(section.renamesPerMinute()),
        Rate.perMinute(section.switchboardsPerMinute()));
  }

  private static Future<HostPort> listen(
      Wiring wiring, NsServices services, AtomicReference<HostPort> bound) {
    var section = wiring.config().notification();
    var limits =
        new ConnectionLimits(
            section.signInTimeout(), section.idleTimeout(), section.maxQueuedBytes());
    Optional<Function<String, Optional<Talk<?, ?, ?, ?>>>> others =
        wiring.config().sharesPort() ? Optional.of(wiring.onePort()::talk) : Optional.empty();
    return wiring
        .vertx()
        .deployVerticle(
            () -> new NotificationVerticle(section.listen(), limits, services, bound, others),
            new DeploymentOptions().setInstances(section.instances()))
        .map(deployed -> bound.get());
  }
}
