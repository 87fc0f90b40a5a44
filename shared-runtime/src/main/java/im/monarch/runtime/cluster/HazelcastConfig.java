package im.monarch.runtime.cluster;

import com.hazelcast.config.AdvancedNetworkConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import com.hazelcast.instance.ProtocolType;
import im.monarch.runtime.config.ClusterSection;
import java.time.Duration;

/**
 * Hazelcast as this service uses it: members by list or by the name of a service, quick to notice
 * that one is gone, no calls to its makers. Made in code, so nothing of the default file applies,
 * the map of the event bus included.
 */
final class HazelcastConfig {

  /** How many processes on one machine find each other. */
  private static final int PORTS = 20;

  /**
   * How long anything waits for a connection to a member, those that start at the same moment too.
   */
  private static final int CONNECTION_SECONDS = 2;

  /** How long anything waits for a member that may be out of reach. */
  private static final String ANSWER_MILLIS = "10000";

  /** How long a member that leaves hands over what it holds, before it goes anyway. */
  private static final String LEAVE_SECONDS = "10";

  private HazelcastConfig() {}

  static Config of(ClusterSection cluster) {
    var config = new Config();
    config.setClusterName(cluster.name());
    config.setAdvancedNetworkConfig(network(cluster));
    config.getJetConfig().setEnabled(false);
    config.getMetricsConfig().setEnabled(false);
    config.addMultiMapConfig(
        new MultiMapConfig("__vertx.subs")
            .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET)
            .setBackupCount(cluster.upkeep().backups()));
    config.addMapConfig(directory(cluster));
    // Not by its list of interfaces, which would also hold for members that are named by host name.
    config.setProperty("hazelcast.local.localAddress", cluster.host());
    return config
        .setProperty("hazelcast.logging.type", "slf4j")
        .setProperty("hazelcast.phone.home.enabled", "false")
        .setProperty("hazelcast.health.monitoring.level", "OFF")
        .setProperty("hazelcast.shutdownhook.enabled", "false")
        .setProperty("hazelcast.wait.seconds.before.join", "0")
        .setProperty(
            "hazelcast.socket.connect.timeout.seconds", Integer.toString(CONNECTION_SECONDS))
        .setProperty("hazelcast.operation.call.timeout.millis", ANSWER_MILLIS)
        .setProperty("hazelcast.graceful.shutdown.max.wait", LEAVE_SECONDS)
        .setProperty("hazelcast.merge.first.run.delay.seconds", seconds(cluster.upkeep().merge()))
        .setProperty("hazelcast.merge.next.run.delay.seconds", seconds(cluster.upkeep().merge()))
        .setProperty("hazelcast.heartbeat.interval.seconds", "1")
        .setProperty("hazelcast.max.no.heartbeat.seconds", seconds(cluster.upkeep().heartbeat()))
        .setProperty("hazelcast.tcp.join.port.try.count", Integer.toString(PORTS))
        .setProperty("hazelcast.socket.bind.any", "false");
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  /** After a split the later announcement counts, whichever part knows it. */
  private static MapConfig directory(ClusterSection cluster) {
    return new MapConfig(HazelcastDirectory.NAME)
        .setBackupCount(cluster.upkeep().backups())
        .setMergePolicyConfig(
            new MergePolicyConfig(LaterWins.class.getName(), MergePolicyConfig.DEFAULT_BATCH_SIZE));
  }

  /**
   * A port for members and nothing else. Where one port takes every protocol, a member that does
   * not answer a new connection makes the thread that writes to it, and to others, run in circles:
   * one process that stands still takes healthy ones with it.
   */
  private static AdvancedNetworkConfig network(ClusterSection cluster) {
    var members = new ServerSocketEndpointConfig();
    members
        .setProtocolType(ProtocolType.MEMBER)
        .setPort(cluster.port())
        .setPortAutoIncrement(true)
        .setPortCount(PORTS)
        .setPublicAddress(cluster.host());
    return new AdvancedNetworkConfig()
        .setEnabled(true)
        .setMemberEndpointConfig(members)
        .setJoin(join(cluster));
  }

  private static JoinConfig join(ClusterSection cluster) {
    var join = new JoinConfig();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    cluster
        .kubernetes()
        .ifPresentOrElse(service -> kubernetes(join, service), () -> byList(join, cluster));
    return join;
  }

  private static void byList(JoinConfig join, ClusterSection cluster) {
    join.getTcpIpConfig()
        .setEnabled(true)
        .setMembers(cluster.members())
        .setConnectionTimeoutSeconds(CONNECTION_SECONDS);
  }

  /** By the addresses that the name of the service has: no rights in Kubernetes needed. */
  private static void kubernetes(JoinConfig join, String service) {
    join.getKubernetesConfig().setEnabled(true).setProperty("service-dns", service);
  }
}
