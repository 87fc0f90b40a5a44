package im.monarch.runtime.cluster.status;

import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.cluster.status.NodeStatus.Counts;
import im.monarch.runtime.cluster.status.NodeStatus.Lease;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Where the parts of a process leave word how they can be asked. Safe on any thread. */
public final class Vitals {

  /** What is counted. */
  public enum Count {
    SESSIONS,
    BACKLOG,
    SWITCHBOARDS
  }

  private final Map<Count, IntSupplier> counters = new ConcurrentHashMap<>();
  private final AtomicReference<Supplier<Optional<Lease>>> lease =
      new AtomicReference<>(Optional::empty);
  private final AtomicReference<Supplier<Map<NodeId, Duration>>> roundTrips =
      new AtomicReference<>(Map::of);

  /** How many there are of {@code what}. */
  public void count(Count what, IntSupplier counter) {
    counters.put(what, counter);
  }

  /** Whether this process may serve. */
  public void lease(Supplier<Optional<Lease>> state) {
    lease.set(state);
  }

  /** How long the bus takes to the other processes and back. */
  public void roundTrips(Supplier<Map<NodeId, Duration>> measured) {
    roundTrips.set(measured);
  }

  Counts counts() {
    return new Counts(now(Count.SESSIONS), now(Count.BACKLOG), now(Count.SWITCHBOARDS));
  }

  private int now(Count what) {
    var counter = counters.get(what);
    return counter == null ? 0 : counter.getAsInt();
  }

  Optional<Lease> lease() {
    return lease.get().get();
  }

  Optional<Duration> roundTrip(NodeId node) {
    return Optional.ofNullable(roundTrips.get().get().get(node));
  }
}
