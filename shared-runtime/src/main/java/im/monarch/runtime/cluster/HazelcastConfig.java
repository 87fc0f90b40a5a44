package im.monarch.runtime.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.NetworkConfig;
import im.monarch.runtime.config.ClusterSection;

/**
 * Hazelcast as this service uses it: members by list, quick to notice that one is gone, no calls to
 * its makers. Made in code, so nothing of the default file applies, the map of the event bus
 * included.
 */
final class HazelcastConfig {

  /** How many processes on one machine find each other. */
  private static final int PORTS = 20;

  /** How long members that start at the same moment wait for each other. */
  private static final int CONNECTION_SECONDS = 2;

  private HazelcastConfig() {}

  static Config of(ClusterSection cluster) {
    var config = new Config();
    config.setClusterName(cluster.name());
    config.setNetworkConfig(network(cluster));
    config.getJetConfig().setEnabled(false);
    config.getMetricsConfig().setEnabled(false);
    config.addMultiMapConfig(
        new MultiMapConfig("__vertx.subs")
            .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET)
            .setBackupCount(1));
    return config
        .setProperty("hazelcast.logging.type", "slf4j")
        .setProperty("hazelcast.phone.home.enabled", "false")
        .setProperty("hazelcast.health.monitoring.level", "OFF")
        .setProperty("hazelcast.shutdownhook.enabled", "false")
        .setProperty("hazelcast.wait.seconds.before.join", "0")
        .setProperty("hazelcast.merge.first.run.delay.seconds", "15")
        .setProperty("hazelcast.merge.next.run.delay.seconds", "10")
        .setProperty("hazelcast.heartbeat.interval.seconds", "1")
        .setProperty("hazelcast.max.no.heartbeat.seconds", "10")
        .setProperty("hazelcast.tcp.join.port.try.count", Integer.toString(PORTS))
        .setProperty("hazelcast.socket.bind.any", "false");
  }

  private static NetworkConfig network(ClusterSection cluster) {
    var network =
        new NetworkConfig()
            .setPort(cluster.port())
            .setPortAutoIncrement(true)
            .setPortCount(PORTS)
            .setPublicAddress(cluster.host())
            .setJoin(join(cluster));
    network.getInterfaces().setEnabled(true).addInterface(cluster.host());
    return network;
  }

  private static JoinConfig join(ClusterSection cluster) {
    var join = new JoinConfig();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig()
        .setEnabled(true)
        .setMembers(cluster.members())
        .setConnectionTimeoutSeconds(CONNECTION_SECONDS);
    return join;
  }
}
