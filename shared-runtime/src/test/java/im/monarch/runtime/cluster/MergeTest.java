package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.runtime.config.ClusterSection;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes that lose each other, and find each other again after a second or two. */
class MergeTest {

  private static final News DOUBT = new News.ListsInDoubt();

  private final ClusterSection cluster = Clusters.fresh();
  private final Node elder = new Node("elder");
  private final Node younger = new Node("younger");

  /** A node, and what somebody hears there. */
  private final class Node {
    private final NodeId id;
    private final Vertx vertx;
    private final LocalSessions sessions = new LocalSessions();
    private final ClusterNode node;
    private final List<News> heard = new CopyOnWriteArrayList<>();

    Node(String name) {
      this.id = new NodeId(name);
      this.vertx = Clusters.member(cluster, name);
      this.node =
          ClusterNode.join(vertx, new ClusterNode.Place(id, cluster), sessions, ill -> {}).await();
    }

    void seat(String name) {
      var handle = new Handle(name + "@example.com");
      sessions.seat(new Claim(handle, id, 1, Optional.empty()), heard::add);
    }

    /** As if it had not heard {@code other} for long. */
    void loses(Node other) {
      if (Members.instance(vertx) instanceof HazelcastInstanceProxy proxy) {
        var cluster = proxy.getOriginal().node.getClusterService();
        var member = Members.instance(other.vertx).getCluster().getLocalMember();
        cluster.suspectMember(cluster.getMember(member.getUuid()), "for this test", true);
      }
    }

    boolean hears(Node other) {
      return node.roundTrips().containsKey(other.id);
    }
  }

  @AfterEach
  void end() {
    younger.vertx.close().await();
    elder.vertx.close().await();
  }

  @Test
  void afterwardsEverybodyMayHaveMissedEdits() {
    await().until(() -> elder.hears(younger) && younger.hears(elder));
    elder.seat("alice");
    younger.seat("bob");

    elder.loses(younger);

    await()
        .atMost(2, TimeUnit.MINUTES)
        .untilAsserted(
            () -> {
              assertThat(elder.heard).contains(DOUBT);
              assertThat(younger.heard).contains(DOUBT);
            });
  }
}
