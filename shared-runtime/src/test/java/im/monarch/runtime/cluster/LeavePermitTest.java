package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.shareddata.Lock;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeavePermitTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private Vertx first;
  private Vertx second;

  @BeforeEach
  void join() {
    var cluster = Clusters.fresh();
    first = Clusters.member(cluster, "first");
    second = Clusters.member(cluster, "second");
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

  @Test
  void nobodyWaitsForAMemberThatDoesNotSayWhoHasIt() {
    var lock = Promise.<Lock>promise().future();

    var leaving = LeavePermit.orGoAnyway(lock, Duration.ofMillis(1));

    leaving.await();
    assertThat(leaving.succeeded()).isTrue();
    first.close().await();
  }

  private static void kill(Vertx vertx) {
    if (((VertxInternal) vertx).clusterManager() instanceof HazelcastClusterManager manager) {
      manager.getHazelcastInstance().getLifecycleService().terminate();
    }
  }
}
