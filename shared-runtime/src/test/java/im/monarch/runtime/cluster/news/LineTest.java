package im.monarch.runtime.cluster.news;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** There is room for one letter that waits, and the other node answers when it is told to. */
class LineTest {

  private static final Handle BOB = new Handle("bob@example.com");
  private static final Letter PRESENCE =
      Letter.of(new News.Vanished(BOB, new Moment(1, 0)), List.of(BOB));

  private final Vertx vertx = Vertx.vertx();
  private final List<Batch> sent = new ArrayList<>();
  private final List<Promise<Buffer>> answers = new ArrayList<>();
  private final Line line =
      new Line(
          vertx,
          this::ask,
          new Line.Route(new NodeId("one"), new NodeId("two"), 1),
          new Backlog(new Backlog.Limits(1, 10_000)),
          returned -> {});

  private Future<Buffer> ask(NodeId node, Buffer question) {
    var from = new Reader(question);
    assertThat(from.octet()).isEqualTo(Kind.BATCH);
    sent.add(Batch.read(from));
    answers.add(Promise.promise());
    return answers.getLast().future();
  }

  private static Letter edit(long version) {
    return Letter.of(unlisted(version), List.of(BOB));
  }

  private static News unlisted(long version) {
    return new News.Unlisted(BOB, new ListVersion(version));
  }

  private void fillWindow() {
    for (int i = 0; i < Line.WINDOW; i++) {
      line.add(edit(i));
    }
  }

  private List<Mark> marks() {
    return sent.stream().map(batch -> batch.heading().lost()).toList();
  }

  @AfterEach
  void end() {
    vertx.close().await();
  }

  @Test
  void anEditThatHasNoRoomIsMarked() {
    fillWindow();
    line.add(edit(100));
    line.add(edit(101));

    answers.getFirst().complete(Receipt.EMPTY);
    answers.get(1).complete(Receipt.EMPTY);

    assertThat(marks()).endsWith(Mark.NOTHING, Mark.PRESENCE, Mark.LISTS);
  }

  @Test
  void presenceThatHasNoRoomPutsNoListsInDoubt() {
    fillWindow();
    line.add(PRESENCE);
    line.add(edit(100));

    answers.getFirst().complete(Receipt.EMPTY);
    answers.get(1).complete(Receipt.EMPTY);

    assertThat(marks()).contains(Mark.PRESENCE).doesNotContain(Mark.LISTS);
  }

  @Test
  void aBatchHasOneMark() {
    line.leaveGap(Mark.LISTS);
    line.leaveGap(Mark.PRESENCE);

    assertThat(marks()).containsExactly(Mark.LISTS, Mark.PRESENCE);
  }

  @Test
  void aLineThatIsClosedGivesBackWhatTheDirectoryDoesNotTell() {
    line.add(PRESENCE);
    line.add(Letter.of(new News.ShutDownSoon(5), List.of()));
    LongStream.rangeClosed(1, Line.WINDOW).forEach(version -> line.add(edit(version)));
    answers.get(2).complete(Receipt.EMPTY);

    assertThat(line.close())
        .extracting(Letter::news)
        .containsExactlyElementsOf(
            LongStream.of(2, 3, 4, 5, 6, 8).mapToObj(LineTest::unlisted).toList());
  }

  @Test
  void aMarkOfALaterReleaseIsNone() {
    assertThat(Mark.of(3)).isEqualTo(Mark.NOTHING);
  }
}
