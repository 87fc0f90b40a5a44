package im.monarch.deploy;

import im.monarch.domain.nodes.NotificationNodes;
import im.monarch.domain.sessions.NodeLease;
import im.monarch.notification.node.Door;
import im.monarch.notification.node.Evacuation;
import im.monarch.notification.node.Gate;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.cluster.BusBell;
import im.monarch.runtime.cluster.NodeBeacon;
import im.monarch.runtime.cluster.status.NodeStatus.Lease;
import im.monarch.runtime.cluster.status.Vitals;
import im.monarch.runtime.launch.Wiring;
import im.monarch.runtime.reception.Referral;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How people get into a notification node and out of it.
 *
 * @param lease without which nobody gets in
 * @param bound where it listens, once it does
 */
record Entrance(Gate gate, NodeLease lease, AtomicReference<HostPort> bound) {

  /**
   * @param nodes where people go who cannot stay
   */
  static Entrance of(Wiring wiring, NotificationNodes nodes, NodeLease lease) {
    var section = wiring.config().notification();
    var bound = new AtomicReference<HostPort>();
    var door =
        new Door(
            wiring.node(),
            wiring.sessions(),
            new Door.Capacity(section.maxSessions(), section.signIns()),
            lease::holds,
            System::nanoTime);
    var others = Referral.toOthers(nodes, wiring.node(), ThreadLocalRandom::current);
    var gate =
        new Gate(
            door, others, wiring.config().drain().refer(), () -> section.advertised(bound.get()));
    return new Entrance(gate, lease, bound);
  }

  /** Makes the node known: to dispatch, to switchboards, to those who run it. */
  Future<Void> announce(Wiring wiring) {
    var door = gate.door();
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
    wiring.vitals().lease(this::state);
    return NodeBeacon.light(
            wiring.vertx(),
            door::load,
            handoff -> door.knock(handoff.handle(), gate.address().get()))
        .compose(beacon -> BusBell.listen(wiring.vertx(), wiring.node(), wiring.sessions()::ring));
  }

  private Optional<Lease> state() {
    return lease.equals(NodeLease.ENDLESS)
        ? Optional.empty()
        : Optional.of(lease.holds() ? Lease.HELD : Lease.LOST);
  }
}
