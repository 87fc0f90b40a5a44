package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.runtime.config.ClusterSection;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeavePermitTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private Vertx first;
  private Vertx second;

  @BeforeEach
  void join() throws IOException {
    var cluster = cluster();
    first = VertxStart.clustered(cluster).await();
    second = VertxStart.clustered(cluster).await();
  }

  @AfterEach
  void leave() {
    second.close().await();
  }

  @Test
  void whoeverLeavesLetsTheNextOneLeave() {
    LeavePermit.obtain(first, LONG).await();
    var next = LeavePermit.obtain(second, LONG);
    assertThat(LeavePermit.obtain(first, Duration.ofMillis(50)).await()).isNull();
    assertThat(next.isComplete()).isFalse();

    first.close().await();

    next.await();
    assertThat(next.succeeded()).isTrue();
  }

  @Test
  void aHolderThatDiesDoesNotKeepIt() {
    LeavePermit.obtain(first, LONG).await();
    var next = LeavePermit.obtain(second, LONG);

    kill(first);

    next.await();
    assertThat(next.succeeded()).isTrue();
  }

  private static void kill(Vertx vertx) {
    if (((VertxInternal) vertx).clusterManager() instanceof HazelcastClusterManager manager) {
      manager.getHazelcastInstance().getLifecycleService().terminate();
    }
  }

  private static ClusterSection cluster() throws IOException {
    try (var free = new ServerSocket(0)) {
      return new ClusterSection(
          true,
          "permit-" + UUID.randomUUID(),
          "127.0.0.1",
          List.of("127.0.0.1:" + free.getLocalPort()),
          free.getLocalPort());
    }
  }
}
