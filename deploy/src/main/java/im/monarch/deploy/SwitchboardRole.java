package im.monarch.deploy;

import im.monarch.domain.limits.Rate;
import im.monarch.domain.switchboards.KeyRing;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.clock.SteadyClock;
import im.monarch.runtime.cluster.BusBell;
import im.monarch.runtime.cluster.SwitchboardBeacon;
import im.monarch.runtime.cluster.status.Vitals;
import im.monarch.runtime.config.RoleName;
import im.monarch.runtime.config.SwitchboardSection;
import im.monarch.runtime.connection.ConnectionLimits;
import im.monarch.runtime.connection.Idleness;
import im.monarch.runtime.connection.Pace;
import im.monarch.runtime.launch.Bound;
import im.monarch.runtime.launch.Role;
import im.monarch.runtime.launch.Wiring;
import im.monarch.switchboard.SwitchboardVerticle;
import im.monarch.switchboard.conversation.SbServices;
import im.monarch.switchboard.node.LastRound;
import im.monarch.switchboard.node.Reservations;
import im.monarch.switchboard.room.Hall;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The switchboard server, in a process. */
final class SwitchboardRole implements Role {

  /** What a client of a switchboard begins with; everybody else begins with VER. */
  private static final Set<String> FIRST_WORDS = Set.of("USR", "ANS");

  @Override
  public RoleName name() {
    return RoleName.SWITCHBOARD;
  }

  @Override
  public boolean usesStore() {
    return false;
  }

  @Override
  public Future<List<Bound>> start(Wiring wiring) {
    return BusBell.hang(wiring.vertx())
        .compose(bell -> start(wiring, bell))
        .map(bound -> List.of(new Bound("switchboard", bound)));
  }

  private static Future<HostPort> start(Wiring wiring, BusBell bell) {
    var section = wiring.config().switchboard();
    var clock = SteadyClock.fromNow();
    var keys = new KeyRing(section.keyLifetime(), clock);
    var hall = new Hall(section.maxMembers(), section.keyLifetime(), clock);
    var bound = new AtomicReference<HostPort>();
    var services =
        new SbServices(
            hall,
            keys,
            wiring.directory(),
            bell,
            () -> advertised(wiring, bound.get()),
            Rate.perMinute(section.failedCallsPerMinute()));
    var desk = new Reservations(wiring.node(), hall, keys, section.maxSessions());
    wiring
        .drain()
        .add(new LastRound(wiring.vertx(), desk, hall, Endings.ofConversations(wiring.config())));
    wiring.vitals().count(Vitals.Count.SWITCHBOARDS, hall::sessions);
    return listen(wiring, services, bound)
        .onSuccess(bound::set)
        .compose(address -> announce(wiring, desk, advertised(wiring, address)).map(address));
  }

  private static Future<HostPort> listen(
      Wiring wiring, SbServices services, AtomicReference<HostPort> bound) {
    var section = wiring.config().switchboard();
    var limits = limits(section.limits());
    if (wiring.config().sharesPort()) {
      wiring.onePort().offer(FIRST_WORDS, SwitchboardVerticle.talk(limits, services));
      return wiring.onePort().bound();
    }
    return wiring
        .vertx()
        .deployVerticle(
            () -> new SwitchboardVerticle(section.listen(), limits, services, bound),
            new DeploymentOptions().setInstances(section.instances()))
        .map(deployed -> bound.get());
  }

  private static ConnectionLimits limits(SwitchboardSection.Limits limits) {
    return new ConnectionLimits(
        limits.signInTimeout(),
        limits.idleTimeout(),
        Idleness.UNUSED,
        limits.maxQueuedBytes(),
        Optional.of(
            new Pace(
                Rate.perSecond(limits.messagesPerSecond()),
                Rate.perSecond(limits.bytesPerSecond()))));
  }

  /** What clients are told: on a shared port, the name of the one who listens there. */
  private static HostPort advertised(Wiring wiring, HostPort bound) {
    var config = wiring.config();
    return config.sharesPort()
        ? config.notification().advertised(bound)
        : config.switchboard().advertised(bound);
  }

  private static Future<Void> announce(Wiring wiring, Reservations desk, HostPort address) {
    return SwitchboardBeacon.light(
            wiring.vertx(), desk::load, guest -> desk.reserve(address, guest))
        .mapEmpty();
  }
}
