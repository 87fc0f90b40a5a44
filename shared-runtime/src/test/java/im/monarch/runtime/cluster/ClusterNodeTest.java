package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.runtime.config.ClusterSection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nodes of one cluster in one process. */
class ClusterNodeTest {

  private static final ClusterSection CLUSTER = Clusters.fresh();
  private static final News SOON = new News.ShutDownSoon(3);
  private static final List<Member> RUNNING = new ArrayList<>();

  private static Member first;
  private static Member second;
  private static int people;

  private final Handle alice = new Handle("alice" + ++people + "@example.com");
  private final Handle bob = new Handle("bob" + people + "@example.com");

  /** One node. */
  private record Member(NodeId id, Vertx vertx, LocalSessions sessions, ClusterNode node) {

    static Member start(String name) {
      return start(name, new LocalSessions());
    }

    static Member start(String name, LocalSessions sessions) {
      var vertx = Clusters.member(CLUSTER, name);
      var id = new NodeId(name);
      var place = new ClusterNode.Place(id, CLUSTER);
      var process =
          new Member(id, vertx, sessions, get(ClusterNode.join(vertx, place, sessions, ill -> {})));
      RUNNING.add(process);
      return process;
    }

    /** Somebody signs in; yields what they hear. */
    List<News> seat(Handle handle, long epoch) {
      var heard = new CopyOnWriteArrayList<News>();
      sessions.seat(new Claim(handle, id, epoch, Optional.empty()), heard::add);
      publish(handle, epoch);
      return heard;
    }

    void publish(Handle handle, long epoch) {
      get(
          node.directory()
              .publish(new Whereabouts(handle, id, new Moment(epoch, 0), Optional.empty())));
    }

    /** The power goes. */
    void die() {
      Members.instance(vertx).getLifecycleService().terminate();
      RUNNING.remove(this);
      vertx.close().onComplete(closed -> {});
    }
  }

  @BeforeAll
  static void start() {
    first = Member.start("first");
    second = Member.start("second");
    await().until(() -> first.node().roundTrips().containsKey(second.id()));
  }

  @AfterAll
  static void stop() {
    List.copyOf(RUNNING).forEach(process -> get(process.vertx().close()));
  }

  @Test
  void newsCrossesTheBus() {
    var heard = second.seat(bob, 1);

    first.node().sessions().deliver(SOON, List.of(bob));

    await().untilAsserted(() -> assertThat(heard).contains(SOON));
  }

  @Test
  void newsComesInTheOrderInWhichItWasSent() {
    var heard = second.seat(bob, 1);
    var sent = new ArrayList<News>();
    for (int i = 1; i <= 500; i++) {
      sent.add(new News.ShutDownSoon(i));
    }

    sent.forEach(news -> first.node().sessions().deliver(news, List.of(bob)));

    await().untilAsserted(() -> assertThat(onlyNotices(heard)).isEqualTo(sent));
  }

  private static List<News> onlyNotices(List<News> heard) {
    return heard.stream().filter(News.ShutDownSoon.class::isInstance).toList();
  }

  @Test
  void aSessionThatWasTakenOverIsToldBeforeTheNewOneGoesOn() {
    var heard = second.seat(bob, 1);
    var claim = new Claim(bob, first.id(), 2, Optional.of(second.id()));

    get(first.node().sessions().takeOver(claim));

    assertThat(heard).contains(new News.TakenOver(2));
  }

  @Test
  void nobodyIsAskedForASessionThatWasHere() {
    var claim = new Claim(bob, first.id(), 2, Optional.of(first.id()));

    assertThat(first.node().sessions().takeOver(claim).succeeded()).isTrue();
  }

  @Test
  void thePeopleOfANodeThatDiesAreGone() {
    var heard = List.of(first.seat(alice, 1), second.seat(bob, 1));
    var third = Member.start("third" + people);
    var carol = new Handle("carol" + people + "@example.com");
    var dave = new Handle("dave" + people + "@example.com");
    third.seat(carol, 4);
    third.seat(dave, 5);

    third.die();
    first.seat(dave, 6);

    var departed = new News.Departed(Map.of(carol, new Moment(4, 0)));
    await()
        .atMost(30, TimeUnit.SECONDS)
        .untilAsserted(
            () -> assertThat(heard).allSatisfy(one -> assertThat(one).contains(departed)));
    assertThat(get(first.node().directory().find(List.of(carol, dave)))).containsOnlyKeys(dave);
  }

  @Test
  void whoeverHasNoSessionAtANodeThatLivesIsGoneToo() {
    var heard = first.seat(alice, 1);

    second.publish(bob, 4);

    var departed = new News.Departed(Map.of(bob, new Moment(4, 0)));
    await().untilAsserted(() -> assertThat(heard).contains(departed));
    assertThat(get(first.node().directory().find(List.of(alice, bob)))).containsOnlyKeys(alice);
  }

  @Test
  void whoeverComesWithANodeMayHaveMissedEdits() {
    var sessions = new LocalSessions();
    var heard = new CopyOnWriteArrayList<News>();
    var name = "third" + people;
    sessions.seat(new Claim(bob, new NodeId(name), 1, Optional.empty()), heard::add);

    Member.start(name, sessions);

    await().untilAsserted(() -> assertThat(heard).contains(new News.ListsInDoubt()));
  }

  @Test
  void aNodeThatLeavesAnswersUntilItIsGone() {
    var third = Member.start("third" + people);

    get(third.node().leave());

    var answer = get(new NodeBus(first.vertx(), first.id()).ask(third.id(), question()));
    assertThat(PulseMessages.isReached(answer)).isTrue();
  }

  private static Buffer question() {
    return PulseMessages.question(first.id());
  }

  @Test
  void sessionsAreToldWhatTheDirectorySays() {
    var told = new CopyOnWriteArrayList<News>();
    first.seat(alice, 1);
    second
        .sessions()
        .seat(
            new Claim(bob, second.id(), 1, Optional.empty()),
            news -> {
              if (news instanceof News.RollCall call) {
                call.answer().tryComplete(Set.of(alice, bob));
              }
              told.add(news);
            });

    await()
        .untilAsserted(
            () ->
                assertThat(told)
                    .anySatisfy(
                        news ->
                            assertThat(news)
                                .isInstanceOfSatisfying(
                                    News.Found.class,
                                    found -> assertThat(found.known()).containsKey(alice))));
  }

  private static <T> T get(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
