package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nine sessions, to be told in the course of four ticks. */
class ListDoubtsTest {

  private static final NodeId HERE = new NodeId("here");
  private static final int PEOPLE = 9;

  private final LocalSessions sessions = new LocalSessions();
  private final List<Handle> told = new ArrayList<>();
  private final ListDoubts doubts = new ListDoubts(new Here(HERE, sessions), 4);

  ListDoubtsTest() {
    seat(0, PEOPLE);
  }

  private void seat(int from, int to) {
    for (int i = from; i < to; i++) {
      var handle = handle(i);
      sessions.seat(new Claim(handle, HERE, 1, Optional.empty()), news -> hear(handle, news));
    }
  }

  private static Handle handle(int i) {
    return new Handle("user" + i + "@example.com");
  }

  private void hear(Handle handle, News news) {
    assertThat(news).isEqualTo(new News.ListsInDoubt());
    told.add(handle);
  }

  @Test
  void someAreToldAtATimeAndEachOnce() {
    doubts.everybody();

    doubts.tick();
    assertThat(told).hasSize(3);
    doubts.tick();
    doubts.tick();
    doubts.tick();

    assertThat(told).doesNotHaveDuplicates().hasSize(PEOPLE);
  }

  @Test
  void aDoubtThatComesMeanwhileIsForThoseToldAlready() {
    doubts.everybody();
    doubts.tick();
    doubts.everybody();
    for (int i = 0; i < 6; i++) {
      doubts.tick();
    }

    assertThat(told).hasSize(PEOPLE + 3);
  }

  @Test
  void aCrowdIsToldNoFasterThanTheDatabaseBears() {
    int crowd = 4 * ListDoubts.MOST_AT_ONCE + PEOPLE;
    seat(PEOPLE, crowd);
    doubts.everybody();

    doubts.tick();
    assertThat(told).hasSize(ListDoubts.MOST_AT_ONCE);
    for (int i = 0; i < 4; i++) {
      doubts.tick();
    }

    assertThat(told).doesNotHaveDuplicates().hasSize(crowd);
  }

  @Test
  void whoeverIsFoundAgainIsToldOnce() {
    doubts.unknown(handle(3));
    doubts.tick();
    assertThat(told).isEmpty();

    doubts.known(handle(3));
    doubts.known(handle(3));
    doubts.known(handle(4));
    doubts.tick();

    assertThat(told).containsExactly(handle(3));
  }

  @Test
  void whoeverHasLeftMeanwhileIsForgotten() {
    doubts.unknown(handle(3));
    doubts.unknown(handle(4));

    doubts.stay(List.of(handle(4)));
    doubts.known(handle(3));
    doubts.known(handle(4));
    doubts.tick();

    assertThat(told).containsExactly(handle(4));
  }
}
