package im.monarch.domain.sessions;

/**
 * A node's right to hold sessions, in a service where others take over from a node that falls
 * silent.
 */
public interface NodeLease {

  /** That of a service of one node, which nobody can take over from. */
  NodeLease ENDLESS =
      new NodeLease() {
        @Override
        public boolean holds() {
          return true;
        }

        @Override
        public void onLost(Runnable action) {}

        @Override
        public void onRegained(Runnable action) {}
      };

  /**
   * Whether the node may serve, as far as this process can tell without asking: never longer than
   * others think so.
   */
  boolean holds();

  /** {@code action} runs, on any thread, each time the lease is lost: the node's sessions end. */
  void onLost(Runnable action);

  /** {@code action} runs, on any thread, when the node may serve again, with new sessions. */
  void onRegained(Runnable action);
}
