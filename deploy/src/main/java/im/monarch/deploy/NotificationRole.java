package im.monarch.deploy;

import im.monarch.domain.limits.Rate;
import im.monarch.domain.nodes.NotificationNodes;
import im.monarch.domain.sessions.LocalSessionClaims;
import im.monarch.domain.switchboards.SwitchboardNodes;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.notification.NotificationVerticle;
import im.monarch.notification.conversation.NsServices;
import im.monarch.notification.conversation.NsSettings;
import im.monarch.notification.node.Door;
import im.monarch.notification.node.Evacuation;
import im.monarch.notification.node.Gate;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.cluster.BusBell;
import im.monarch.runtime.cluster.BusNotificationNodes;
import im.monarch.runtime.cluster.BusSwitchboardNodes;
import im.monarch.runtime.cluster.NodeBeacon;
import im.monarch.runtime.cluster.status.Vitals;
import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.config.RoleName;
import im.monarch.runtime.connection.ConnectionLimits;
import im.monarch.runtime.connection.Talk;
import im.monarch.runtime.launch.Bound;
import im.monarch.runtime.launch.Role;
import im.monarch.runtime.launch.Wiring;
import im.monarch.runtime.reception.Reception;
import im.monarch.runtime.reception.Referral;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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
                BusNotificationNodes.listen(wiring.vertx()))
            .compose(
                all -> open(wiring, all.resultAt(0), all.resultAt(1), gate(wiring, all.resultAt(2))));
    wiring.onePort().listens(listening);
    return listening.map(bound -> List.of(new Bound("notification", bound)));
  }

  /** How people come and go; what it is called is known when it listens. */
  private record Entrance(Gate gate, AtomicReference<HostPort> bound) {}

  private static Entrance gate(Wiring wiring, NotificationNodes nodes) {
    var section = wiring.config().notification();
    var bound = new AtomicReference<HostPort>();
    var door =
        new Door(
            wiring.node(),
            wiring.sessions(),
            section.maxSessions(),
            section.signIns(),
            System::nanoTime);
    var others = Referral.toOthers(nodes, wiring.node(), ThreadLocalRandom::current);
    return new Entrance(
        new Gate(
            door, others, wiring.config().drain().refer(), () -> section.advertised(bound.get())),
        bound);
  }

  private static Future<HostPort> open(
      Wiring wiring, TicketMint mint, SwitchboardNodes switchboards, Entrance entrance) {
    return listen(wiring, services(wiring, mint, switchboards, entrance.gate()), entrance.bound())
        .compose(bound -> announce(wiring, entrance.gate()).map(bound))
        .onSuccess(bound -> seeTo(wiring, entrance.gate().door()))
        .compose(bound -> Echo.start(wiring, mint, bound).map(bound));
  }

  /** What is asked of the node that is none of its clients' business. */
  private static void seeTo(Wiring wiring, Door door) {
    var config = wiring.config();
    wiring
        .drain()
        .add(
            new Evacuation(
                wiring.vertx(),
                door,
                wiring.sessions(),
                Endings.ofUsers(config),
                !config.cluster().enabled()));
    wiring.vitals().count(Vitals.Count.SESSIONS, wiring.sessions()::count);
    wiring.vitals().count(Vitals.Count.BACKLOG, door::waiting);
  }

  private static NsServices services(
      Wiring wiring, TicketMint mint, SwitchboardNodes switchboards, Gate gate) {
    return new NsServices(
        wiring.node(),
        settings(wiring.config()),
        wiring.store().accounts(),
        wiring.store().rosters(),
        wiring.store().addressBook(),
        new LocalSessionClaims(),
        wiring.sessions(),
        wiring.everybody(),
        wiring.directory(),
        mint,
        switchboards,
        gate,
        Clock.systemUTC());
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

  private static Future<Void> announce(Wiring wiring, Gate gate) {
    return NodeBeacon.light(
            wiring.vertx(),
            gate.door()::load,
            handoff -> gate.door().knock(handoff.handle(), gate.address().get()))
        .compose(beacon -> BusBell.listen(wiring.vertx(), wiring.node(), wiring.sessions()::ring));
  }
}
