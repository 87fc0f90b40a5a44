package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.config.ClusterSection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.transport.Transport;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;

/** Makes the Vert.x of a process: alone, or as a member of a cluster. */
public final class VertxStart {

  private VertxStart() {}

  /** For a process that is alone, and for the time before its configuration is known. */
  public static Vertx alone() {
    return Vertx.builder().with(options()).withTransport(transport()).build();
  }

  /**
   * Joins the cluster; takes seconds.
   *
   * @param node what the other members are told that this one is
   */
  public static Future<Vertx> clustered(ClusterSection cluster, NodeId node) {
    var bus =
        new EventBusOptions()
            .setHost(cluster.host())
            .setPort(cluster.busPort())
            .setClusterPublicHost(cluster.host());
    cluster.tls().ifPresent(tls -> secure(bus, tls));
    var hazelcast = HazelcastConfig.of(cluster);
    Members.sign(hazelcast, node);
    return Vertx.builder()
        .with(options().setEventBusOptions(bus))
        .withTransport(transport())
        .withClusterManager(new HazelcastClusterManager(hazelcast))
        .buildClustered();
  }

  /** Both sides show a certificate of those trusted: a stranger cannot say or hear anything. */
  private static void secure(EventBusOptions bus, ClusterSection.Tls tls) {
    bus.setSsl(true)
        .setClientAuth(ClientAuth.REQUIRED)
        .setKeyCertOptions(
            new PemKeyCertOptions()
                .addCertPath(tls.certificate().toString())
                .addKeyPath(tls.key().toString()))
        .setTrustOptions(new PemTrustOptions().addCertPath(tls.trusted().toString()));
  }

  private static VertxOptions options() {
    var files =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    return new VertxOptions().setFileSystemOptions(files);
  }

  private static Transport transport() {
    return Transport.EPOLL != null && Transport.EPOLL.available() ? Transport.EPOLL : Transport.NIO;
  }
}
