package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;

/** The addresses of the event bus. */
final class BusAddresses {

  /** Every notification node tells every dispatch server how busy it is. */
  static final String LOADS = "monarch.notification.loads";

  /** A dispatch server that has just started asks every notification node to say so at once. */
  static final String ROLL_CALL = "monarch.notification.roll-call";

  private BusAddresses() {}

  /** Where sign-ins for {@code node} are offered. */
  static String handoffs(NodeId node) {
    return "monarch.node." + node + ".handoffs";
  }
}
