package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static final NodeId HERE = new NodeId("here");
  private static final Handle ALICE = new Handle("alice@example.com");
  private static final Handle BOB = new Handle("bob@example.com");
  private static final Moment EARLY = new Moment(1, 3);
  private static final Moment LATER = new Moment(2, 0);

  private final LocalSessions sessions = new LocalSessions();
  private final Map<Handle, Moment> entries = new HashMap<>();
  private final Set<Handle> silent = new HashSet<>();
  private final List<News> told = new ArrayList<>();
  private final List<Promise<Map<Handle, Moment>>> questions = new ArrayList<>();
  private final Sweep sweep =
      new Sweep(
          new Here(HERE, sessions),
          new Sweep.Entries(this::at, this::forget),
          new Departures(told::add));

  private Future<Map<Handle, Moment>> at(NodeId node) {
    var question = Promise.<Map<Handle, Moment>>promise();
    questions.add(question);
    return question.future();
  }

  private Future<Boolean> forget(Handle handle, long epoch) {
    return silent.contains(handle)
        ? Future.failedFuture("silent")
        : Future.succeededFuture(
            entries.computeIfPresent(handle, (key, at) -> at.epoch() > epoch ? at : null) == null);
  }

  private void seat(Handle handle) {
    sessions.seat(new Claim(handle, HERE, 1, Optional.empty()), news -> {});
  }

  private void answer() {
    questions.getLast().complete(Map.copyOf(entries));
  }

  @Test
  void whoeverHasNoSessionIsForgottenAndEverybodyToldSo() {
    entries.putAll(Map.of(ALICE, EARLY, BOB, LATER));
    seat(BOB);

    sweep.begin();
    answer();

    assertThat(entries).containsOnlyKeys(BOB);
    assertThat(told).containsExactly(new News.Departed(Map.of(ALICE, EARLY)));
  }

  @Test
  void whoeverComesWhileTheDirectoryIsReadStays() {
    sweep.begin();
    seat(ALICE);
    entries.put(ALICE, EARLY);
    answer();

    assertThat(entries).containsOnlyKeys(ALICE);
    assertThat(told).isEmpty();
  }

  @Test
  void whoeverHasSignedInSomewhereElseMeanwhileStays() {
    sweep.begin();
    entries.put(ALICE, LATER);
    questions.getLast().complete(Map.of(ALICE, EARLY));

    assertThat(entries).containsOnlyKeys(ALICE);
    assertThat(told).isEmpty();
  }

  @Test
  void whatFailsIsLeftForTheNextTime() {
    entries.putAll(Map.of(ALICE, EARLY, BOB, EARLY));
    silent.add(ALICE);
    sweep.begin();
    answer();
    assertThat(told).containsExactly(new News.Departed(Map.of(BOB, EARLY)));
    silent.clear();

    sweep.begin();
    answer();

    assertThat(entries).isEmpty();
    assertThat(told).endsWith(new News.Departed(Map.of(ALICE, EARLY)));
  }

  @Test
  void anAnswerThatDoesNotComeIsAskedForAgain() {
    entries.put(ALICE, EARLY);
    sweep.begin();
    questions.getLast().fail("silent");

    sweep.begin();
    answer();

    assertThat(entries).isEmpty();
  }

  @Test
  void thereIsOneAtATime() {
    sweep.begin();
    sweep.begin();

    assertThat(questions).hasSize(1);
  }
}
