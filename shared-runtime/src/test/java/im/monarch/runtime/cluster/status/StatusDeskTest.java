package im.monarch.runtime.cluster.status;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import im.monarch.runtime.cluster.status.NodeStatus.Identity;
import im.monarch.runtime.cluster.status.NodeStatus.Lease;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class StatusDeskTest {

  private static final NodeId NODE = new NodeId("one-1");
  private static final Identity IDENTITY =
      new Identity(NODE, "one", "1.0", List.of("dispatch", "switchboard"));

  private final Vitals vitals = new Vitals();

  @Test
  void aProcessThatIsAloneAnswersForItself(Vertx vertx) {
    vitals.count(Vitals.Count.SESSIONS, () -> 3);
    vitals.count(Vitals.Count.BACKLOG, () -> 2);
    vitals.count(Vitals.Count.SWITCHBOARDS, () -> 1);

    var status = open(vertx).ask().await();

    assertThat(status)
        .isEqualTo(
            new ServiceStatus(
                List.of(
                    new NodeStatus(
                        IDENTITY,
                        true,
                        false,
                        new NodeStatus.Counts(3, 2, 1),
                        Optional.empty(),
                        Optional.empty())),
                0));
    assertThat(status.isWell()).isTrue();
  }

  @Test
  void theWayOverTheBusIsTheOneThatWasMeasuredHere(Vertx vertx) {
    vitals.roundTrips(() -> Map.of(NODE, Duration.ofMillis(4)));

    var status = open(vertx).ask().await();

    assertThat(status.nodes().getFirst().roundTrip()).contains(Duration.ofMillis(4));
  }

  @Test
  void aNodeThatLostItsLeaseIsNotWell(Vertx vertx) {
    vitals.lease(() -> Optional.of(Lease.LOST));

    assertThat(open(vertx).ask().await().isWell()).isFalse();
  }

  @Test
  void aServiceWithASilentMemberIsNotWell() {
    var status = ServiceStatus.of(List.of(status(true, false)), 2);

    assertThat(status.silent()).isEqualTo(1);
    assertThat(status.isWell()).isFalse();
  }

  @Test
  void aNodeThatIsNotReadyOrAboutToEndIsNotWell() {
    assertThat(status(true, false).isWell()).isTrue();
    assertThat(status(false, false).isWell()).isFalse();
    assertThat(status(true, true).isWell()).isFalse();
  }

  @Test
  void whatCrossesTheBusComesBack() {
    var all =
        new NodeStatus(
            IDENTITY,
            true,
            true,
            new NodeStatus.Counts(1, 2, 3),
            Optional.of(Lease.HELD),
            Optional.of(Duration.ofNanos(1_234_000)));

    assertThat(StatusJson.status(new JsonObject(StatusJson.toJson(all).encode()))).isEqualTo(all);
  }

  private NodeStatus status(boolean ready, boolean draining) {
    return StatusDesk.status(IDENTITY, ready, draining, vitals);
  }

  private StatusDesk open(Vertx vertx) {
    return StatusDesk.open(vertx, NODE, vitals, () -> status(true, false)).await();
  }
}
