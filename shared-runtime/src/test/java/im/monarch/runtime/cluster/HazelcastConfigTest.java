package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.config.EndpointConfig;
import com.hazelcast.instance.ProtocolType;
import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.config.ClusterSection;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HazelcastConfigTest {

  private static final ClusterSection BY_LIST = Clusters.fresh();

  private static Config inKubernetes() {
    return HazelcastConfig.of(
        new ClusterSection(
            true,
            BY_LIST.name(),
            BY_LIST.host(),
            BY_LIST.members(),
            BY_LIST.port(),
            BY_LIST.busPort(),
            BY_LIST.lease(),
            Optional.of("monarch.chat.svc.cluster.local"),
            Optional.empty(),
            BY_LIST.upkeep()));
  }

  @Test
  void membersAreFoundByAList() {
    var join = HazelcastConfig.of(BY_LIST).getAdvancedNetworkConfig().getJoin();

    assertThat(join.getTcpIpConfig().isEnabled()).isTrue();
    assertThat(join.getTcpIpConfig().getMembers()).isEqualTo(BY_LIST.members());
    assertThat(join.getKubernetesConfig().isEnabled()).isFalse();
  }

  @Test
  void inKubernetesMembersAreFoundByTheNameOfAService() {
    var join = inKubernetes().getAdvancedNetworkConfig().getJoin();

    assertThat(join.getKubernetesConfig().isEnabled()).isTrue();
    assertThat(join.getKubernetesConfig().getProperty("service-dns"))
        .isEqualTo("monarch.chat.svc.cluster.local");
    assertThat(join.getTcpIpConfig().isEnabled()).isFalse();
  }

  @Test
  void nobodyIsLookedForOtherwise() {
    var join = inKubernetes().getAdvancedNetworkConfig().getJoin();

    assertThat(join.getMulticastConfig().isEnabled()).isFalse();
    assertThat(join.getAutoDetectionConfig().isEnabled()).isFalse();
  }

  /** A port for every protocol runs in circles when the other side is silent. */
  @Test
  void thePortIsForMembersOnly() {
    var network = HazelcastConfig.of(BY_LIST).getAdvancedNetworkConfig();

    assertThat(network.isEnabled()).isTrue();
    assertThat(network.getEndpointConfigs().values())
        .extracting(EndpointConfig::getProtocolType)
        .containsExactly(ProtocolType.MEMBER);
  }

  @Test
  void theDirectoryIsMergedByMoment() {
    var directory = HazelcastConfig.of(BY_LIST).getMapConfig(HazelcastDirectory.NAME);

    assertThat(directory.getMergePolicyConfig().getPolicy()).isEqualTo(LaterWins.class.getName());
    assertThat(directory.getBackupCount()).isEqualTo(BY_LIST.upkeep().backups());
  }

  @Test
  void membersKnowWhichNodeTheyAre() {
    var config = HazelcastConfig.of(BY_LIST);

    Members.sign(config, new NodeId("node-1"));

    assertThat(config.getMemberAttributeConfig().getAttribute("monarch.node")).isEqualTo("node-1");
  }
}
