package im.monarch.runtime.cluster.news;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private static final Handle BOB = new Handle("bob@example.com");

  private final Backlog backlog = new Backlog(new Backlog.Limits(3, 10_000));

  private static Letter presence(long sequence) {
    return Letter.of(new News.Vanished(BOB, new Moment(1, sequence)), List.of(BOB));
  }

  private static Letter notice(int minutes) {
    return Letter.of(new News.ShutDownSoon(minutes), List.of(BOB));
  }

  @Test
  void whatWaitsComesOutInOrder() {
    var letters = List.of(presence(1), notice(2), presence(3));
    letters.forEach(backlog::add);

    assertThat(backlog.take(10_000)).isEqualTo(letters);
    assertThat(backlog.isEmpty()).isTrue();
  }

  @Test
  void theOldestPresenceGivesWay() {
    var letters = List.of(notice(1), presence(2), presence(3));
    letters.forEach(backlog::add);
    var last = notice(4);

    assertThat(backlog.add(last)).containsExactly(letters.get(1));
    assertThat(backlog.take(10_000)).containsExactly(letters.get(0), letters.get(2), last);
  }

  @Test
  void withoutPresenceTheOldestGivesWay() {
    var letters = List.of(notice(1), notice(2), notice(3));
    letters.forEach(backlog::add);

    assertThat(backlog.add(notice(4))).containsExactly(letters.getFirst());
  }

  @Test
  void bytesCountToo() {
    var small = new Backlog(new Backlog.Limits(1_000, presence(0).size() * 2));
    var letters = List.of(presence(1), presence(2), presence(3));

    assertThat(small.add(letters.get(0))).isEmpty();
    assertThat(small.add(letters.get(1))).isEmpty();
    assertThat(small.add(letters.get(2))).containsExactly(letters.get(0));
  }

  @Test
  void aBatchHasAtLeastOneLetter() {
    backlog.add(presence(1));
    backlog.add(presence(2));

    assertThat(backlog.take(1)).hasSize(1);
    assertThat(backlog.isEmpty()).isFalse();
  }

  @Test
  void whoeverWasTakenGivesWayNoMore() {
    backlog.add(presence(1));
    var taken = backlog.take(1);
    var next = presence(2);
    List.of(next, presence(3), presence(4)).forEach(backlog::add);

    assertThat(backlog.add(presence(5))).containsExactly(next);
    assertThat(taken).hasSize(1);
  }
}
