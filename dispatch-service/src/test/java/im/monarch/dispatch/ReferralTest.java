package im.monarch.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.Admission.Admitted;
import im.monarch.domain.nodes.Admission.Declined;
import im.monarch.domain.nodes.Handoff;
import im.monarch.domain.nodes.NodeId;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.reception.Referral;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferralTest {

  private static final Handoff HANDOFF =
      new Handoff(new Handle("alice@example.com"), "MSNP9", "192.0.2.7");
  private static final HostPort ADDRESS = new HostPort("10.0.0.5", 1863);
  private static final Admission WELCOME = new Admitted(ADDRESS);
  private static final Admission FULL = new Declined("full");

  private final KnownNodes nodes = new KnownNodes();

  @Test
  void theNodeThatAgreesIsWhereTheClientGoes() {
    nodes.with("a", 0, WELCOME);

    assertThat(arrange()).contains(ADDRESS);
    assertThat(nodes.handoffs()).containsExactly(HANDOFF);
  }

  @Test
  void theLessBusyOfTwoNodesIsAskedFirst() {
    nodes.with("a", 9, FULL).with("b", 1, WELCOME);

    assertThat(arrange()).contains(ADDRESS);
    assertThat(nodes.asked()).containsExactly("b");
  }

  @Test
  void aNodeThatDeclinesIsFollowedByTheNext() {
    nodes.with("a", 1, FULL).with("b", 2, WELCOME);

    assertThat(arrange()).contains(ADDRESS);
    assertThat(nodes.asked()).containsExactly("a", "b");
  }

  @Test
  void aNodeThatDoesNotAnswerIsFollowedByTheNext() {
    nodes.silent("a", 1).with("b", 2, WELCOME);

    assertThat(arrange()).contains(ADDRESS);
    assertThat(nodes.asked()).containsExactly("a", "b");
  }

  @Test
  void aNodeThatIsDrainingIsNotAsked() {
    nodes.draining("a", WELCOME);

    assertThat(arrange()).isEmpty();
    assertThat(nodes.asked()).isEmpty();
  }

  @Test
  void withoutNodesThereIsNowhereToGo() {
    assertThat(arrange()).isEmpty();
  }

  @Test
  void whenAllDeclineThereIsNowhereToGo() {
    nodes.with("a", 1, FULL).silent("b", 2).with("c", 3, FULL);

    assertThat(arrange()).isEmpty();
    assertThat(nodes.asked()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void noMoreThanThreeNodesAreAsked() {
    nodes.silent("a", 1).silent("b", 2).silent("c", 3).silent("d", 4).silent("e", 5);

    assertThat(arrange()).isEmpty();
    assertThat(nodes.asked()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aNodeThatWantsToBeRidOfSomebodyIsNotAskedItself() {
    nodes.with("a", 1, WELCOME).with("b", 2, FULL);

    var referral = Referral.toOthers(nodes, new NodeId("a"), () -> new Random(1_863));

    assertThat(referral.arrange(HANDOFF).result()).isEmpty();
    assertThat(nodes.asked()).containsExactly("b");
  }

  private Optional<HostPort> arrange() {
    var random = new Random(1_863);
    return Referral.to(nodes, () -> random).arrange(HANDOFF).result();
  }
}
