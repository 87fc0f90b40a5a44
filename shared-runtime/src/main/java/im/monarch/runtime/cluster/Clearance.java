package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the people of a node that is gone. For a while nothing: they are reconnecting.
 * Then the node that has been there longest takes those who have not come back out of the directory
 * and tells everybody. It looks again from time to time, in case its predecessor died over it.
 */
final class Clearance {

  private static final Logger LOG = LoggerFactory.getLogger(Clearance.class);

  private final Vertx vertx;
  private final Nodes nodes;
  private final Function<Set<NodeId>, Future<Map<Handle, Moment>>> directory;
  private final Duration grace;
  private final Departures departures;

  /** Those that are gone, with the timer of their grace. */
  private final Map<NodeId, Long> leaving = new HashMap<>();

  private boolean ended;

  /**
   * Who is there.
   *
   * @param isEldest whether this node does it for all
   */
  record Nodes(Supplier<Set<NodeId>> all, BooleanSupplier isEldest) {}

  /**
   * @param directory forgets everybody who is at none of some nodes
   */
  Clearance(
      Vertx vertx,
      Nodes nodes,
      Function<Set<NodeId>, Future<Map<Handle, Moment>>> directory,
      Duration grace,
      Departures departures) {
    this.vertx = vertx;
    this.nodes = nodes;
    this.directory = directory;
    this.grace = grace;
    this.departures = departures;
  }

  void left(NodeId node) {
    joined(node);
    leaving.put(
        node,
        vertx.setTimer(
            grace.toMillis(),
            over -> {
              leaving.remove(node);
              clear();
            }));
  }

  /** It comes back: should it leave again, its grace begins anew. */
  void joined(NodeId node) {
    Optional.ofNullable(leaving.remove(node)).ifPresent(vertx::cancelTimer);
  }

  /** Leaves it to the others. */
  void end() {
    ended = true;
  }

  /** Does nothing at a node that others are older than. */
  void clear() {
    if (ended) {
      return;
    }
    var staying = new HashSet<>(nodes.all().get());
    staying.addAll(leaving.keySet());
    if (!nodes.isEldest().getAsBoolean()) {
      return;
    }
    directory
        .apply(staying)
        .onSuccess(this::tell)
        .onFailure(fault -> LOG.atWarn().setCause(fault).log("directory not cleared"));
  }

  private void tell(Map<Handle, Moment> gone) {
    if (gone.isEmpty()) {
      return;
    }
    LOG.atInfo().addKeyValue("users", gone.size()).log("cleared the directory of nodes gone");
    departures.tell(gone);
  }
}
