package im.monarch.runtime.cluster;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.config.Config;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import im.monarch.domain.nodes.NodeId;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The processes that form the cluster, as Hazelcast lists them: it notices within a second that one
 * has died and within ten that one is cut off. Safe on any thread.
 */
final class Members {

  /** Says which node a member is. */
  private static final String NODE = "monarch.node";

  /** Hears of changes, on threads of Hazelcast's. */
  interface Watcher {

    void joined(NodeId node);

    void left(NodeId node);

    /** This process was in a part that was cut off, and has joined the larger one. */
    void merged();
  }

  private final NodeId self;
  private final HazelcastInstance instance;

  /** All nodes, the one that has been there longest first. */
  private final AtomicReference<List<NodeId>> nodes = new AtomicReference<>(List.of());

  private final AtomicReference<Set<NodeId>> others = new AtomicReference<>(Set.of());

  private Members(NodeId self, HazelcastInstance instance) {
    this.self = self;
    this.instance = instance;
  }

  /** Lets the others know which node the member with this {@code config} is. */
  static void sign(Config config, NodeId node) {
    config.getMemberAttributeConfig().setAttribute(NODE, node.text());
  }

  /** Kept up to date once they are watched. */
  static Members of(Vertx vertx, NodeId self) {
    return new Members(self, instance(vertx));
  }

  static HazelcastInstance instance(Vertx vertx) {
    if (((VertxInternal) vertx).clusterManager() instanceof HazelcastClusterManager manager) {
      return manager.getHazelcastInstance();
    }
    throw new IllegalStateException("not a member of a Hazelcast cluster");
  }

  void watch(Watcher watcher) {
    var cluster = instance.getCluster();
    cluster.addMembershipListener(
        new MembershipListener() {
          @Override
          public void memberAdded(MembershipEvent event) {
            count(cluster);
            node(event.getMember()).ifPresent(watcher::joined);
          }

          @Override
          public void memberRemoved(MembershipEvent event) {
            count(cluster);
            node(event.getMember()).ifPresent(watcher::left);
          }
        });
    instance
        .getLifecycleService()
        .addLifecycleListener(
            event -> {
              if (event.getState() == LifecycleEvent.LifecycleState.MERGED) {
                count(cluster);
                watcher.merged();
              }
            });
    count(cluster);
  }

  private void count(Cluster cluster) {
    var all = cluster.getMembers().stream().flatMap(member -> node(member).stream()).toList();
    nodes.set(all);
    others.set(
        all.stream().filter(node -> !node.equals(self)).collect(Collectors.toUnmodifiableSet()));
  }

  private static Optional<NodeId> node(Member member) {
    return Optional.ofNullable(member.getAttribute(NODE)).map(NodeId::new);
  }

  NodeId self() {
    return self;
  }

  Set<NodeId> others() {
    return others.get();
  }

  /** All nodes, this one among them; asked for anew, as after a merge news of them is late. */
  Set<NodeId> all() {
    count(instance.getCluster());
    return Set.copyOf(nodes.get());
  }

  /** Whether this node does what one has to do for all. */
  boolean isEldest() {
    var all = nodes.get();
    return !all.isEmpty() && all.getFirst().equals(self);
  }
}
