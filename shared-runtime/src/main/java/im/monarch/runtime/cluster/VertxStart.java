package im.monarch.runtime.cluster;

import im.monarch.runtime.config.ClusterSection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.transport.Transport;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;

/** Makes the Vert.x of a process: alone, or as a member of a cluster. */
public final class VertxStart {

  private VertxStart() {}

  /** For a process that is alone, and for the time before its configuration is known. */
  public static Vertx alone() {
    return Vertx.builder().with(options()).withTransport(transport()).build();
  }

  /** Joins the cluster; takes seconds. */
  public static Future<Vertx> clustered(ClusterSection cluster) {
    var bus = new EventBusOptions().setHost(cluster.host()).setClusterPublicHost(cluster.host());
    return Vertx.builder()
        .with(options().setEventBusOptions(bus))
        .withTransport(transport())
        .withClusterManager(new HazelcastClusterManager(HazelcastConfig.of(cluster)))
        .buildClustered();
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
