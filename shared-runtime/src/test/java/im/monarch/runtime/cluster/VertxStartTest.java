package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.runtime.config.ClusterSection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VertxStartTest {

  private final List<Vertx> members = new ArrayList<>();

  @AfterEach
  void stop() {
    members.forEach(member -> done(member.close()));
  }

  private Vertx member(String name, ClusterSection cluster) {
    var member = Clusters.member(cluster, name);
    members.add(member);
    return member;
  }

  @Test
  void theBusListensAtThePortItIsTold() throws IOException {
    int port = ClusterPorts.free();

    member("one", Clusters.at("127.0.0.1", port));

    try (var visitor = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertThat(visitor.isConnected()).isTrue();
    }
  }

  @Test
  void membersFindEachOtherByNameToo() {
    var cluster = Clusters.at("localhost", 0);
    var one = member("one", cluster);

    member("two", cluster);

    assertThat(Members.instance(one).getCluster().getMembers()).hasSize(2);
  }

  @Test
  void aConnectionThatWasCutIsGivenUpInSeconds() {
    var bus = VertxStart.bus(Clusters.fresh());

    assertThat(bus.getConnectTimeout()).isEqualTo(2_000);
    assertThat(bus.getClusterPingInterval() + bus.getClusterPingReplyInterval()).isEqualTo(8_000);
    assertThat(bus.getTcpUserTimeout()).isEqualTo(8_000);
  }

  private static void done(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
