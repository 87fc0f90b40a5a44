package im.monarch.runtime.cluster.status;

import im.monarch.domain.nodes.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one process is.
 *
 * @param ready whether it should be sent work
 * @param counts of what its roles hold
 * @param lease whether it may serve; none where nobody asks for that
 * @param roundTrip over the bus, from the process that was asked; none where that is not measured
 */
public record NodeStatus(
    Identity identity,
    boolean ready,
    boolean draining,
    Counts counts,
    Optional<Lease> lease,
    Optional<Duration> roundTrip) {

  /**
   * Which process it is.
   *
   * @param name from its configuration
   * @param roles what it runs, in words
   */
  public record Identity(NodeId node, String name, String version, List<String> roles) {

    public Identity {
      roles = List.copyOf(roles);
    }
  }

  /**
   * What it holds; 0 where it does not run the role.
   *
   * @param sessions users who are signed in
   * @param backlog sign-ins under way
   * @param switchboards conversations
   */
  public record Counts(int sessions, int backlog, int switchboards) {}

  /** The right to serve. */
  public enum Lease {
    HELD,
    LOST
  }

  NodeStatus reachedIn(Optional<Duration> time) {
    return new NodeStatus(identity, ready, draining, counts, lease, time);
  }

  /** Whether nobody has to look after it. */
  public boolean isWell() {
    return ready && !draining && lease.filter(Lease.LOST::equals).isEmpty();
  }
}
