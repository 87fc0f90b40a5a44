package im.monarch.notification.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.limits.Rate;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.config.DrainSection;
import im.monarch.runtime.config.NotificationSection.SignIns;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class EvacuationTest {

  private static final NodeId NODE = new NodeId("node-1");
  private static final HostPort ADDRESS = new HostPort("10.0.0.5", 1863);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final LocalSessions sessions = new LocalSessions();
  private final Door door =
      new Door(
          NODE,
          sessions,
          new Door.Capacity(1_000, new SignIns(Rate.perSecond(1_000), 1_000)),
          () -> true,
          System::nanoTime);
  private final List<News> told = new CopyOnWriteArrayList<>();

  @Test
  void nobodyNewIsLetIn(Vertx vertx) {
    evacuation(vertx, LONG, 0).close();

    assertThat(door.load().draining()).isTrue();
  }

  @Test
  void withoutUsersThereIsNothingToWaitFor(Vertx vertx) {
    assertThat(evacuation(vertx, LONG, 0).empty().succeeded()).isTrue();
  }

  @Test
  void everyUserIsSentOnOnce(Vertx vertx) {
    for (int i = 0; i < 30; i++) {
      seat(i, true);
    }

    evacuation(vertx, LONG, 0).empty().await();

    assertThat(told).hasSize(30).containsOnly(new News.MoveOn());
    assertThat(sessions.count()).isZero();
  }

  @Test
  void usersAreNotSentOnAllAtOnce(Vertx vertx) {
    for (int i = 0; i < 200; i++) {
      seat(i, true);
    }

    var empty = evacuation(vertx, LONG, 0).empty();

    assertThat(told).hasSizeLessThan(200);
    await().until(empty::isComplete);
    assertThat(told).hasSize(200);
  }

  @Test
  void usersWhoDoNotGoDoNotHoldItUpForEver(Vertx vertx) {
    seat(1, false);

    evacuation(vertx, Duration.ofMillis(200), 0).empty().await();

    assertThat(told).contains(new News.MoveOn());
    assertThat(sessions.count()).isEqualTo(1);
  }

  @Test
  void whoComesWithAPromiseMeanwhileIsSentOnToo(Vertx vertx) {
    var late = new Handle("late@example.com");
    door.knock(late, ADDRESS);
    var evacuation = evacuation(vertx, LONG, 0);
    evacuation.close();

    var empty = evacuation.empty();
    assertThat(empty.isComplete()).isFalse();
    seat(7, true);
    if (door.enter(late) instanceof Entry.Welcome(var place)) {
      place.leave();
    }

    await().until(empty::isComplete);
    assertThat(told).containsExactly(new News.MoveOn());
  }

  @Test
  void usersCanBeToldBeforeTheyAreSentOn(Vertx vertx) {
    seat(1, false);

    var empty = evacuation(vertx, LONG, 3).empty();

    assertThat(told).containsExactly(new News.ShutDownSoon(3));
    assertThat(empty.isComplete()).isFalse();
  }

  private Evacuation evacuation(Vertx vertx, Duration within, int noticeMinutes) {
    var settings = new DrainSection(within, 500, noticeMinutes, true);
    return new Evacuation(vertx, door, sessions, settings, false);
  }

  /** A session that ends when it is told to, or does not. */
  private void seat(int number, boolean obedient) {
    var claim =
        new Claim(new Handle("user" + number + "@example.com"), NODE, 1, Optional.empty());
    sessions.seat(
        claim,
        news -> {
          told.add(news);
          if (obedient) {
            sessions.leave(claim);
          }
        });
  }
}
