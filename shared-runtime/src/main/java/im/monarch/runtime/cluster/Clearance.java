package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News;
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
import java.util.function.Consumer;
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

  /** How many people one piece of news is about. */
  private static final int CHUNK = 500;

  private final Vertx vertx;
  private final Nodes nodes;
  private final Function<Set<NodeId>, Future<Map<Handle, Moment>>> directory;
  private final Duration grace;
  private final Consumer<News> everybody;

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
   * @param everybody tells all sessions of all nodes
   */
  Clearance(
      Vertx vertx,
      Nodes nodes,
      Function<Set<NodeId>, Future<Map<Handle, Moment>>> directory,
      Duration grace,
      Consumer<News> everybody) {
    this.vertx = vertx;
    this.nodes = nodes;
    this.directory = directory;
    this.grace = grace;
    this.everybody = everybody;
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
    var chunk = new HashMap<Handle, Moment>();
    gone.forEach(
        (handle, at) -> {
          chunk.put(handle, at);
          if (chunk.size() == CHUNK) {
            everybody.accept(new News.Departed(chunk));
            chunk.clear();
          }
        });
    if (!chunk.isEmpty()) {
      everybody.accept(new News.Departed(chunk));
    }
  }
}
