package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.config.ClusterSection;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Clusters of one test: members on loopback that nobody else finds, quick to act. */
final class Clusters {

  private static final ClusterSection.Upkeep QUICK =
      new ClusterSection.Upkeep(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          1);

  private Clusters() {}

  static ClusterSection fresh() {
    return at("127.0.0.1", 0);
  }

  /** On a machine that goes by this name or address. */
  static ClusterSection at(String host, int busPort) {
    return new ClusterSection(
        true,
        "test-" + UUID.randomUUID(),
        host,
        List.of(host),
        ClusterPorts.free(),
        busPort,
        Duration.ofSeconds(10),
        Optional.empty(),
        Optional.empty(),
        QUICK);
  }

  static ClusterSection with(ClusterSection plain, ClusterSection.Tls tls) {
    return new ClusterSection(
        plain.enabled(),
        plain.name(),
        plain.host(),
        plain.members(),
        plain.port(),
        plain.busPort(),
        plain.lease(),
        plain.kubernetes(),
        Optional.of(tls),
        plain.upkeep());
  }

  static Vertx member(ClusterSection cluster, String node) {
    return VertxStart.clustered(cluster, new NodeId(node))
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }
}
