package im.monarch.domain.nodes;

/**
 * How busy a notification node says it is.
 *
 * @param sessions signed-in users
 * @param backlog sign-ins under way
 * @param draining whether it is about to stop and wants nobody new
 */
public record NodeLoad(NodeId node, int sessions, int backlog, boolean draining) {

  /** What placement compares: a sign-in under way costs more than a user who is idle. */
  long weight() {
    return sessions + 20L * backlog;
  }
}
