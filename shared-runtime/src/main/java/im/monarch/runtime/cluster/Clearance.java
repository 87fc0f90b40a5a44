package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
  private final Members members;
  private final HazelcastDirectory directory;
  private final Duration grace;
  private final Consumer<News> everybody;
  private final Set<NodeId> leaving = new HashSet<>();
  private boolean ended;

  /**
   * @param everybody tells all sessions of all nodes
   */
  Clearance(
      Vertx vertx,
      Members members,
      HazelcastDirectory directory,
      Duration grace,
      Consumer<News> everybody) {
    this.vertx = vertx;
    this.members = members;
    this.directory = directory;
    this.grace = grace;
    this.everybody = everybody;
  }

  void left(NodeId node) {
    leaving.add(node);
    vertx.setTimer(
        grace.toMillis(),
        over -> {
          leaving.remove(node);
          clear();
        });
  }

  void joined(NodeId node) {
    leaving.remove(node);
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
    var staying = new HashSet<>(members.all());
    staying.addAll(leaving);
    if (!members.isEldest()) {
      return;
    }
    directory
        .clear(staying)
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
