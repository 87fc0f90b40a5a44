package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;

/** The addresses of the event bus. */
final class BusAddresses {

  /** How dispatch servers know the notification nodes. */
  static final Roll NOTIFICATION =
      new Roll("monarch.notification.loads", "monarch.notification.roll-call");

  /** How notification servers know the switchboard nodes. */
  static final Roll SWITCHBOARD =
      new Roll("monarch.switchboard.loads", "monarch.switchboard.roll-call");

  /**
   * The two addresses by which the nodes of one kind are known.
   *
   * @param loads where every one of them says how busy it is
   * @param call where somebody who has just started asks them to say so at once
   */
  record Roll(String loads, String call) {}

  private BusAddresses() {}

  /** Where other nodes leave news for sessions at {@code node}, and see whether it is there. */
  static String node(NodeId node) {
    return "monarch.node." + node;
  }

  /** Where sign-ins for {@code node} are offered. */
  static String handoffs(NodeId node) {
    return "monarch.node." + node + ".handoffs";
  }

  /** Where sessions at {@code node} are asked for. */
  static String reservations(NodeId node) {
    return "monarch.node." + node + ".reservations";
  }

  /** Where people with a session at {@code node} are invited to conversations. */
  static String rings(NodeId node) {
    return "monarch.node." + node + ".rings";
  }
}
