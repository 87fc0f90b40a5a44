package im.monarch.runtime.cluster.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class ClusterCourierTest {

  private static final News SOON = new News.ShutDownSoon(5);
  private static final Handle ALICE = new Handle("alice@example.com");
  private static final News UNLISTED = new News.Unlisted(ALICE, new ListVersion(4));

  @Test
  void newsReachesASessionAtAnotherNode(Vertx vertx) {
    var town = new Town(vertx, Town.Weather.FAIR, "one", "two");
    var bob = town.node("two").seat("bob", 1);

    town.node("one").courier.deliver(SOON, List.of(bob.handle));

    await().untilAsserted(() -> assertThat(bob.heard).containsExactly(SOON));
  }

  @Test
  void newsForASessionOfTheSameNodeTakesNoDetour(Vertx vertx) {
    var town = new Town(vertx, Town.Weather.FAIR, "one", "two");
    var alice = town.node("one").seat("alice", 1);

    town.node("one").courier.deliver(SOON, List.of(alice.handle));

    assertThat(alice.heard).containsExactly(SOON);
  }

  @Test
  void receiversAtOneNodeShareOneMessage(Vertx vertx) {
    var town = new Town(vertx, Town.Weather.FAIR, "one", "two");
    var receivers = new ArrayList<Town.Session>();
    for (int i = 0; i < 100; i++) {
      receivers.add(town.node("two").seat("user" + i, 1));
    }

    town.node("one").courier.deliver(SOON, receivers.stream().map(one -> one.handle).toList());

    await()
        .untilAsserted(
            () -> assertThat(receivers).allSatisfy(one -> assertThat(one.heard).hasSize(1)));
    assertThat(town.node("one").asked).hasValue(1);
  }

  @Test
  void everybodyHearsAnAnnouncementOnce(Vertx vertx) {
    var town = new Town(vertx, Town.Weather.FAIR, "one", "two", "three");
    var all =
        List.of(
            town.node("one").seat("alice", 1),
            town.node("two").seat("bob", 1),
            town.node("three").seat("carol", 1));

    town.node("one").courier.announce(SOON);

    await()
        .untilAsserted(
            () -> assertThat(all).allSatisfy(one -> assertThat(one.heard).containsExactly(SOON)));
  }

  @Test
  void newsFollowsASessionThatMoved(Vertx vertx) {
    var town = new Town(vertx, Town.Weather.FAIR, "one", "two", "three");
    var before = town.node("two").seat("bob", 1);
    town.node("two").sessions.leave(before.claim);
    var wire = new ArrayList<Town.Session>();
    town.becomes(
        new Town.Weather() {
          @Override
          public int delay() {
            if (wire.isEmpty()) { // the letter is on its way to the node that bob has left
              wire.add(town.node("three").seat("bob", 2));
            }
            return 1;
          }
        });

    town.node("one").courier.deliver(SOON, List.of(before.handle));

    await().untilAsserted(() -> assertThat(wire.getFirst().heard).containsExactly(SOON));
    assertThat(before.heard).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverTheWireLosesEverythingArrivesOnceAndInOrder(long seed, Vertx vertx) {
    var town = new Town(vertx, Town.bad(seed), "one", "two", "three");
    var random = new Random(seed);
    var sessions = new ArrayList<Town.Session>();
    for (int i = 0; i < 12; i++) {
      var node = List.of("one", "two", "three").get(i % 3);
      sessions.add(town.node(node).seat("user" + i, 1));
    }
    var expected = new HashMap<Handle, List<News>>();
    sessions.forEach(one -> expected.put(one.handle, new ArrayList<>()));

    sendWaves(vertx, random, sessions, expected);

    await()
        .atMost(30, TimeUnit.SECONDS)
        .untilAsserted(() -> assertThat(counts(sessions)).isEqualTo(counts(expected)));
    assertThat(sessions)
        .allSatisfy(
            one -> assertThat(bySender(one.heard)).isEqualTo(bySender(expected.get(one.handle))));
  }

  private static Map<Handle, Integer> counts(List<Town.Session> sessions) {
    var counts = new HashMap<Handle, Integer>();
    sessions.forEach(one -> counts.put(one.handle, one.heard.size()));
    return counts;
  }

  private static Map<Handle, Integer> counts(Map<Handle, List<News>> expected) {
    var counts = new HashMap<Handle, Integer>();
    expected.forEach((handle, news) -> counts.put(handle, news.size()));
    return counts;
  }

  /** Sixty waves, each with some news of some senders; none waits for the one before. */
  private static void sendWaves(
      Vertx vertx, Random random, List<Town.Session> sessions, Map<Handle, List<News>> expected) {
    for (int wave = 0; wave < 60; wave++) {
      var sender = sessions.get(random.nextInt(sessions.size()));
      var news = new News.Vanished(sender.handle, new Moment(1, wave));
      var receivers =
          sessions.stream()
              .filter(one -> !one.equals(sender) && random.nextBoolean())
              .map(one -> one.handle)
              .toList();
      receivers.forEach(one -> expected.get(one).add(news));
      vertx.runOnContext(now -> sender.node.courier.deliver(news, receivers));
      if (random.nextInt(3) == 0) {
        var passed = new java.util.concurrent.CountDownLatch(1);
        vertx.setTimer(1 + random.nextInt(10), later -> passed.countDown());
        await().until(() -> passed.getCount() == 0);
      }
    }
  }

  private static Map<Handle, List<Moment>> bySender(List<News> heard) {
    var bySender = new HashMap<Handle, List<Moment>>();
    for (var news : heard) {
      if (news instanceof News.Vanished(var sender, var at)) {
        bySender.computeIfAbsent(sender, first -> new ArrayList<>()).add(at);
      }
    }
    return bySender;
  }

  @Test
  void theEarlierSessionIsToldWhoTookOver(Vertx vertx) {
    var town = new Town(vertx, Town.bad(7), "one", "two");
    var earlier = town.node("one").seat("bob", 1);

    var told =
        town.node("two")
            .courier
            .takeOver(
                new Claim(earlier.handle, new NodeId("two"), 2, Optional.of(new NodeId("one"))));

    await().until(told::isComplete);
    await().untilAsserted(() -> assertThat(earlier.heard).containsExactly(new News.TakenOver(2)));
    assertThat(town.node("one").sessions.count()).isZero();
  }

  @Test
  void aSignInThatWasOvertakenNeverBegins(Vertx vertx) {
    var town = new Town(vertx, Town.Weather.FAIR, "one", "two");
    var bob = new Handle("bob@example.com");
    var told =
        town.node("two")
            .courier
            .takeOver(new Claim(bob, new NodeId("two"), 2, Optional.of(new NodeId("one"))));
    await().until(told::isComplete);

    var late = town.node("one").seat("bob", 1);

    assertThat(late.heard).containsExactly(new News.TakenOver(2));
    assertThat(town.node("one").sessions.count()).isZero();
  }

  @Test
  void nobodyWaitsLongForANodeThatDoesNotAnswer(Vertx vertx) {
    var town =
        new Town(
            vertx,
            new Town.Weather() {
              @Override
              public boolean losesQuestion() {
                return true;
              }
            },
            "one",
            "two");
    var bob = new Handle("bob@example.com");

    var told =
        town.node("two")
            .courier
            .takeOver(new Claim(bob, new NodeId("two"), 2, Optional.of(new NodeId("one"))));

    await().until(told::isComplete);
    assertThat(told.succeeded()).isTrue();
  }

  @Test
  void aNodeThatIsGoneIsForgotten(Vertx vertx) {
    var town =
        new Town(
            vertx,
            new Town.Weather() {
              @Override
              public boolean losesQuestion() {
                return true;
              }
            },
            "one",
            "two");
    var bob = town.node("two").seat("bob", 1);
    var courier = town.node("one").courier;
    courier.deliver(SOON, List.of(bob.handle));
    await().until(() -> town.node("one").asked.get() > 1);

    town.nodes.remove(new NodeId("two"));
    courier.departed(new NodeId("two"));

    var quiet = courier.quiet(java.time.Duration.ofMinutes(1));
    await().until(quiet::isComplete);
  }

  @Test
  void whatIsOnItsWayToANodeThatIsGoneFollowsWhoeverHadMoved(Vertx vertx) {
    var town = new Town(vertx, Town.Weather.FAIR, "one", "two", "three");
    var before = town.node("two").seat("bob", 1);
    var courier = town.node("one").courier;
    town.becomes(
        new Town.Weather() {
          @Override
          public boolean losesQuestion() {
            return true;
          }
        });
    courier.deliver(UNLISTED, List.of(before.handle));
    await().until(() -> town.node("one").asked.get() > 1);
    var after = town.node("three").seat("bob", 2);

    town.nodes.remove(new NodeId("two"));
    town.becomes(Town.Weather.FAIR);
    courier.departed(new NodeId("two"));

    await().untilAsserted(() -> assertThat(after.heard).containsExactly(UNLISTED));
  }

  @Test
  void aNodeThatComesIsToldThatListsAreInDoubt(Vertx vertx) {
    var town = new Town(vertx, Town.bad(3), "one", "two", "three");

    town.node("one").courier.joined(new NodeId("two"));

    await().untilAsserted(() -> assertThat(town.node("two").doubts).hasValue(1));
    assertThat(town.node("two").gaps).hasValue(0);
    assertThat(town.node("three").doubts).hasValue(0);
  }

  @Test
  void afterAMergeEverythingIsInDoubtEverywhere(Vertx vertx) {
    var town = new Town(vertx, Town.Weather.FAIR, "one", "two", "three");

    town.node("one").courier.mendGaps();

    await()
        .untilAsserted(
            () ->
                assertThat(town.nodes.values())
                    .allSatisfy(
                        node -> {
                          assertThat(node.gaps).hasValue(1);
                          assertThat(node.doubts).hasValue(1);
                        }));
  }

  @Test
  void whereTheDirectoryStaysSilentListsAreInDoubtEverywhere(Vertx vertx) {
    var town = new Town(vertx, Town.Weather.FAIR, "one", "two");
    var bob = town.node("two").seat("bob", 1);
    town.silence = true;

    town.node("one").courier.deliver(UNLISTED, List.of(bob.handle));

    await()
        .untilAsserted(
            () ->
                assertThat(town.nodes.values())
                    .allSatisfy(node -> assertThat(node.doubts).hasValue(1)));
  }

  @Test
  void presenceThatIsLostPutsNoListsInDoubt(Vertx vertx) {
    var town = new Town(vertx, Town.Weather.FAIR, "one", "two");
    var bob = town.node("two").seat("bob", 1);
    town.silence = true;

    town.node("one").courier.deliver(new News.Vanished(ALICE, new Moment(1, 1)), bob());

    await().untilAsserted(() -> assertThat(town.node("two").gaps).hasValue(1));
    assertThat(town.node("one").doubts).hasValue(0);
    assertThat(bob.heard).isEmpty();
  }

  @Test
  void newsForSomebodyWhoIsNowherePutsNothingInDoubt(Vertx vertx) {
    var town = new Town(vertx, Town.Weather.FAIR, "one", "two");
    var courier = town.node("one").courier;

    courier.deliver(UNLISTED, bob());

    var quiet = courier.quiet(java.time.Duration.ofMinutes(1));
    await().until(quiet::isComplete);
    assertThat(town.node("one").asked).hasValue(0);
    assertThat(town.node("one").doubts).hasValue(0);
  }

  private static List<Handle> bob() {
    return List.of(new Handle("bob@example.com"));
  }
}
