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

  private static final int CONNECT_MILLIS = 2_000;

  /** How long a connection is quiet before it is tried. */
  private static final int PING_MILLIS = 3_000;

  /** How long the other side may take to answer that. */
  private static final int PONG_MILLIS = 5_000;

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
    var hazelcast = HazelcastConfig.of(cluster);
    Members.sign(hazelcast, node);
    return Vertx.builder()
        .with(options().setEventBusOptions(bus(cluster)))
        .withTransport(transport())
        .withClusterManager(new HazelcastClusterManager(hazelcast))
        .buildClustered();
  }

  /**
   * How nodes connect. What a cut leaves behind is closed by the time that Hazelcast has taken the
   * node out. A bus that closes a connection writes first what still waits, and where nothing
   * arrives the system keeps it waiting for a quarter of an hour, unless it is told otherwise,
   * which the native transport can.
   */
  static EventBusOptions bus(ClusterSection cluster) {
    var bus =
        new EventBusOptions()
            .setHost(cluster.host())
            .setPort(cluster.busPort())
            .setClusterPublicHost(cluster.host())
            .setConnectTimeout(CONNECT_MILLIS)
            .setClusterPingInterval(PING_MILLIS)
            .setClusterPingReplyInterval(PONG_MILLIS)
            .setTcpUserTimeout(PING_MILLIS + PONG_MILLIS);
    cluster.tls().ifPresent(tls -> secure(bus, tls));
    return bus;
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
