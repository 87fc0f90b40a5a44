package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.hazelcast.map.EntryProcessor;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.MsnObject;
import im.monarch.protocol.vocabulary.PersonalMessage;
import im.monarch.protocol.vocabulary.PresenceStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two members in one process; what one makes known the other finds. */
class HazelcastDirectoryTest {

  private static final NodeId NODE = new NodeId("node-1");

  private static Vertx first;
  private static Vertx second;
  private static HazelcastDirectory here;
  private static HazelcastDirectory there;
  private static int people;

  private final Handle alice = new Handle("alice" + ++people + "@example.com");
  private final Handle bob = new Handle("bob" + people + "@example.com");

  @BeforeAll
  static void start() {
    var cluster = Clusters.fresh();
    first = Clusters.member(cluster, "first");
    second = Clusters.member(cluster, "second");
    here = HazelcastDirectory.of(first);
    there = HazelcastDirectory.of(second);
  }

  @AfterAll
  static void stop() {
    get(second.close());
    get(first.close());
  }

  @Test
  void whatIsMadeKnownHereIsFoundThere() {
    var whereabouts =
        new Whereabouts(
            alice,
            NODE,
            new Moment(7, 3),
            Optional.of(
                new Appearance(
                    PresenceStatus.BSY,
                    alice,
                    new FriendlyName("Alicé%20✓"),
                    new Capabilities(268_435_500),
                    Optional.of(new MsnObject("%3Cmsnobj%2F%3E")))));

    get(here.publish(whereabouts));

    assertThat(get(there.find(List.of(alice)))).isEqualTo(Map.of(alice, whereabouts));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "%3Cmsnobj%2F%3E | at work, 100% &amp; more ✓ | \\0Music\\01\\0{0} - {1}\\0A\\0B",
        "- | at work | ''",
        "- | '' | media",
        "text | o t m | o t m",
        "t | '' | ''"
      })
  void whatSomebodySaysIsFoundAsItWasSaid(String object, String text, String media) {
    var appearance =
        new Appearance(
            PresenceStatus.BSY,
            alice,
            new FriendlyName("Alice"),
            Capabilities.NONE,
            Optional.ofNullable(object).map(MsnObject::new),
            new PersonalMessage(text, media));
    var whereabouts = new Whereabouts(alice, NODE, new Moment(7, 3), Optional.of(appearance));

    get(here.publish(whereabouts));

    assertThat(get(there.find(List.of(alice)))).isEqualTo(Map.of(alice, whereabouts));
  }

  @Test
  void whoeverIsHiddenHasNoAppearance() {
    var hidden = new Whereabouts(alice, NODE, new Moment(7, 3), Optional.empty());

    get(here.publish(hidden));

    assertThat(get(there.find(List.of(alice)))).isEqualTo(Map.of(alice, hidden));
  }

  @Test
  void manyAreFoundAtOnceAndThoseNotSignedInAreLeftOut() {
    var handles =
        IntStream.range(0, 200)
            .mapToObj(i -> new Handle("many" + people + "-" + i + "@example.com"))
            .toList();
    handles.subList(0, 100).forEach(handle -> publish(handle, 1, 0));

    var found = get(there.find(handles));

    assertThat(found).containsOnlyKeys(handles.subList(0, 100));
  }

  @Test
  void nobodyIsFoundAmongNobody() {
    assertThat(get(there.find(List.of()))).isEmpty();
    assertThat(get(there.find(List.of(bob)))).isEmpty();
  }

  @Test
  void whatIsKnownLaterReplacesWhatWasKnown() {
    publish(alice, 1, 9);

    publish(alice, 2, 0);

    assertThat(known()).contains(new Moment(2, 0));
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "1, 9", "0, 0"})
  void whatComesLateIsDropped(long epoch, long sequence) {
    publish(alice, 2, 4);

    publish(alice, epoch, sequence);

    assertThat(known()).contains(new Moment(2, 4));
  }

  @Test
  void theSameMomentTwiceIsTheLaterOne() {
    publish(alice, 2, 4);
    var again = new Whereabouts(alice, new NodeId("node-2"), new Moment(2, 4), Optional.empty());

    get(here.publish(again));

    assertThat(get(there.find(List.of(alice)))).containsEntry(alice, again);
  }

  @Test
  void aSessionThatIsOverIsForgotten() {
    publish(alice, 1, 5);

    get(there.withdraw(alice, 1));

    assertThat(known()).isEmpty();
  }

  @Test
  void aLateGoodByeLeavesTheNewSession() {
    publish(alice, 2, 0);

    get(there.withdraw(alice, 1));

    assertThat(known()).contains(new Moment(2, 0));
  }

  @Test
  void whoeverForgetsLearnsWhetherThereWasAnything() {
    publish(alice, 2, 0);

    assertThat(get(there.forget(alice, 1))).isFalse();
    assertThat(get(there.forget(alice, 2))).isTrue();
    assertThat(get(there.forget(alice, 2))).isFalse();
  }

  @Test
  void thoseOfOneNodeAreListed() {
    var node = new NodeId("node-of-alice-" + people);
    var appearance =
        new Appearance(
            PresenceStatus.NLN,
            alice,
            new FriendlyName("Alice"),
            Capabilities.NONE,
            Optional.empty());
    get(here.publish(new Whereabouts(alice, node, new Moment(7, 3), Optional.of(appearance))));
    publish(bob, 1, 0);

    assertThat(get(there.at(node))).isEqualTo(Map.of(alice, new Moment(7, 3)));
  }

  @Test
  void oneSearchIsUnderWayAtATime() {
    Members.instance(first)
        .<String, String>getMap(HazelcastDirectory.NAME)
        .submitToKey(alice.address(), new Stuck());
    var search = here.at(NODE);
    var clearing = here.clear(Set.of(NODE));

    assertThat(here.at(NODE).failed()).isTrue();
    assertThat(here.clear(Set.of(NODE)).failed()).isTrue();
    Stuck.OVER.countDown();
    get(search);
    get(clearing);
    assertThat(get(here.at(NODE))).isNotNull();
  }

  /** Keeps the thread of a member, and with it all who search. */
  private static final class Stuck implements EntryProcessor<String, String, Boolean> {

    private static final long serialVersionUID = 1L;
    private static final CountDownLatch OVER = new CountDownLatch(1);

    @Override
    public Boolean process(Map.Entry<String, String> entry) {
      try {
        return OVER.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  @Test
  void answersComeOnTheContextThatAsked() {
    var context = first.getOrCreateContext();
    Future<Boolean> home =
        Future.future(
            promise ->
                context.runOnContext(
                    asked ->
                        here.find(List.of(alice))
                            .map(found -> Vertx.currentContext().equals(context))
                            .onComplete(promise)));

    assertThat(get(home)).isTrue();
  }

  @Test
  void aProcessThatIsAloneHasNone() {
    var alone = Vertx.vertx();
    try {
      assertThatIllegalStateException().isThrownBy(() -> HazelcastDirectory.of(alone));
    } finally {
      get(alone.close());
    }
  }

  private void publish(Handle handle, long epoch, long sequence) {
    get(here.publish(new Whereabouts(handle, NODE, new Moment(epoch, sequence), Optional.empty())));
  }

  private Optional<Moment> known() {
    return Optional.ofNullable(get(there.find(List.of(alice))).get(alice)).map(Whereabouts::at);
  }

  private static <T> T get(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
