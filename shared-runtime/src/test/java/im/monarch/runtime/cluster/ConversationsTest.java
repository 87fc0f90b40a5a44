package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.switchboards.Guest;
import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.Key;
import im.monarch.domain.switchboards.Reservation;
import im.monarch.domain.switchboards.Reservation.Declined;
import im.monarch.domain.switchboards.Reservation.Reserved;
import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.domain.switchboards.RingAnswer.NotReachable;
import im.monarch.domain.switchboards.RingAnswer.Rung;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.protocol.vocabulary.Participant;
import im.monarch.protocol.vocabulary.SwitchboardId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What leads to a conversation, on its way over the bus. */
@ExtendWith(VertxExtension.class)
class ConversationsTest {

  private static final NodeId NODE = new NodeId("node-1");
  private static final NodeId OTHER = new NodeId("node-2");
  private static final NodeLoad IDLE = new NodeLoad(NODE, 0, 0, false);
  private static final HostPort ADDRESS = new HostPort("10.0.0.9", 1865);
  private static final Guest ALICE =
      new Guest(
          new Participant(
              new Handle("alice@example.com"),
              new FriendlyName("Alicé%20✓"),
              new Capabilities(4_294_967_295L)),
          "MSNP9");
  private static final Invitation INVITATION =
      new Invitation(
          new SwitchboardId(11_752_013),
          ADDRESS,
          new Key("97c0"),
          ALICE.participant().handle(),
          ALICE.participant().name(),
          new Handle("bob@example.com"));

  @Test
  void aSwitchboardIsHeardOfAndGrantsASession(Vertx vertx) {
    var guests = new CopyOnWriteArrayList<Guest>();
    get(
        SwitchboardBeacon.light(
            vertx,
            () -> IDLE,
            guest -> {
              guests.add(guest);
              return new Reserved(ADDRESS, new Key("8a3f"));
            }));
    var nodes = get(BusSwitchboardNodes.listen(vertx));
    await().until(() -> nodes.loads().contains(IDLE));

    assertThat(get(nodes.reserve(NODE, ALICE))).isEqualTo(new Reserved(ADDRESS, new Key("8a3f")));
    assertThat(guests).containsExactly(ALICE);
  }

  @Test
  void aSwitchboardMayDecline(Vertx vertx) {
    get(SwitchboardBeacon.light(vertx, () -> IDLE, guest -> new Declined("full")));
    var nodes = get(BusSwitchboardNodes.listen(vertx));

    assertThat(get(nodes.reserve(NODE, ALICE))).isEqualTo(new Declined("full"));
  }

  @Test
  void aSwitchboardWhoseBeaconIsOutGrantsNothing(Vertx vertx) {
    var beacon = get(SwitchboardBeacon.light(vertx, () -> IDLE, guest -> new Declined("full")));
    var nodes = get(BusSwitchboardNodes.listen(vertx));
    get(beacon.extinguish());

    var reservation = nodes.reserve(NODE, ALICE);

    await().until(reservation::isComplete);
    assertThat(reservation.failed()).isTrue();
  }

  @Test
  void aSwitchboardThatDoesNotAnswerIsNotAskedAgainUntilItSpeaks(Vertx vertx) {
    var board = get(LoadBoard.listen(vertx, BusAddresses.SWITCHBOARD));
    vertx.eventBus().publish(BusAddresses.SWITCHBOARD.loads(), BusMessages.toJson(IDLE));
    await().until(() -> board.loads().contains(IDLE));

    board.doubt(NODE);
    assertThat(board.loads()).isEmpty();
    vertx.eventBus().publish(BusAddresses.SWITCHBOARD.loads(), BusMessages.toJson(IDLE));

    await().until(() -> board.loads().contains(IDLE));
  }

  @Test
  void switchboardsAndNotificationNodesAreNotMixedUp(Vertx vertx) {
    get(SwitchboardBeacon.light(vertx, () -> IDLE, guest -> new Declined("full")));
    var switchboards = get(BusSwitchboardNodes.listen(vertx));
    var notification = get(BusNotificationNodes.listen(vertx));

    await().until(() -> switchboards.loads().contains(IDLE));
    assertThat(notification.loads()).isEmpty();
  }

  @Test
  void theSessionOfTheCalleeAnswers(Vertx vertx) {
    var rung = new CopyOnWriteArrayList<Invitation>();
    get(BusBell.listen(vertx, NODE, invitation -> answer(rung, invitation)));
    var bell = get(BusBell.hang(vertx));

    assertThat(get(bell.ring(Optional.of(NODE), INVITATION))).isEqualTo(new Rung(ALICE));
    assertThat(rung).containsExactly(INVITATION);
  }

  private static Future<RingAnswer> answer(List<Invitation> rung, Invitation invitation) {
    rung.add(invitation);
    return Future.succeededFuture(new Rung(ALICE));
  }

  @Test
  void whoeverIsNowhereIsAskedForAllTheSame(Vertx vertx) {
    var asked = new CopyOnWriteArrayList<Invitation>();
    get(NodeBeacon.light(vertx, () -> IDLE, handoff -> null));
    get(
        BusBell.listen(
            vertx,
            NODE,
            invitation -> {
              asked.add(invitation);
              return Future.succeededFuture(new NotReachable());
            }));
    var bell = get(BusBell.hang(vertx));

    await()
        .untilAsserted(
            () -> {
              assertThat(get(bell.ring(Optional.empty(), INVITATION)))
                  .isEqualTo(new NotReachable());
              assertThat(asked).isNotEmpty();
            });
  }

  @Test
  void withoutANotificationNodeNobodyIsReachable(Vertx vertx) {
    var bell = get(BusBell.hang(vertx));

    assertThat(get(bell.ring(Optional.empty(), INVITATION))).isEqualTo(new NotReachable());
  }

  @Test
  void aNodeThatIsGoneFails(Vertx vertx) {
    var bell = get(BusBell.hang(vertx));

    var answer = bell.ring(Optional.of(OTHER), INVITATION);

    await().until(answer::isComplete);
    assertThat(answer.failed()).isTrue();
  }

  @Test
  void aSessionThatDoesNotDecideFails(Vertx vertx) {
    var never = Promise.<RingAnswer>promise();
    get(BusBell.listen(vertx, NODE, invitation -> never.future()));
    var bell = get(BusBell.hang(vertx));

    var answer = bell.ring(Optional.of(NODE), INVITATION);

    await().until(answer::isComplete);
    assertThat(answer.failed()).isTrue();
  }

  @Test
  void whatCrossesTheBusComesBack() {
    Reservation declined = new Declined("draining");
    RingAnswer nobody = new NotReachable();

    assertThat(SwitchboardMessages.guest(SwitchboardMessages.toJson(ALICE))).isEqualTo(ALICE);
    assertThat(SwitchboardMessages.invitation(SwitchboardMessages.toJson(INVITATION)))
        .isEqualTo(INVITATION);
    assertThat(SwitchboardMessages.reservation(SwitchboardMessages.toJson(declined)))
        .isEqualTo(declined);
    assertThat(SwitchboardMessages.answer(SwitchboardMessages.toJson(nobody))).isEqualTo(nobody);
  }

  private static <T> T get(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
