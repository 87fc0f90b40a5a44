package im.monarch.switchboard.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.domain.switchboards.RingAnswer.NotReachable;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.connection.ConnectionLimits;
import im.monarch.runtime.connection.Idleness;
import im.monarch.switchboard.SwitchboardVerticle;
import im.monarch.switchboard.random.View.Stay;
import im.monarch.switchboard.random.Visit.End;
import im.monarch.switchboard.stage.Caller;
import im.monarch.switchboard.stage.Exchange;
import im.monarch.switchboard.stage.People;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two to eight people talk, invite each other, leave and break off at random, over sockets on
 * several event loops: what everybody heard is an account without gaps, in order, of what was
 * acknowledged.
 */
class RandomConversationsTest {

  private static final List<String> NAMES =
      List.of("alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi");
  private static final int LOOPS = 4;
  private static final int MOST_VISITS = 40;
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Vertx vertx = Vertx.vertx();
  private final Exchange exchange = new Exchange(NAMES.size(), Clock.systemUTC());
  private final Map<Integer, Visit> visits = new ConcurrentSkipListMap<>();
  private final AtomicInteger numbers = new AtomicInteger(1);

  @AfterEach
  void stop() throws TimeoutException {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everybodyHearsWhatWasAcknowledgedInOrderAndWithoutGaps(long seed)
      throws IOException, InterruptedException, TimeoutException {
    var people = NAMES.subList(0, (int) (2 + seed % (NAMES.size() - 1)));

    converse(people, seed);

    assertThat(visits).hasSizeGreaterThan(1);
    visits.values().forEach(this::hasAnAccountOfTheOthers);
    refusedMessagesWereHeardByNobody();
    everybodyHeardInTheSameOrder();
  }

  private void converse(List<String> people, long seed)
      throws IOException, InterruptedException, TimeoutException {
    var server = start();
    exchange.bell().answersWith(invitation -> comes(server, people, seed, invitation));
    var owner = Caller.connect(server);
    owner.says("USR 0 " + People.handle("alice") + ' ' + exchange.keyFor("alice").text());
    visits.put(0, new Visit(0, owner, people, seed).start());
    await().atMost(20, TimeUnit.SECONDS).until(this::nothingMoreHappens);
    var stayed = stayed();
    stayed.forEach(Visit::saysThatItStayed);
    await()
        .atMost(20, TimeUnit.SECONDS)
        .untilAsserted(() -> stayed.forEach(one -> one.heardThatTheyStayed(stayed)));
    for (var visit : visits.values()) {
      visit.isOver();
    }
  }

  /** Also on the server's side, where those who broke off may still have been inviting. */
  private boolean nothingMoreHappens() {
    return visits.values().stream().allMatch(Visit::isFinished)
        && exchange.hall().members() == stayed().size();
  }

  private List<Visit> stayed() {
    return visits.values().stream().filter(visit -> visit.end() == End.STAYED).toList();
  }

  /** Somebody is rung, and comes at once. */
  private Future<RingAnswer> comes(
      HostPort server, List<String> people, long seed, Invitation invitation) {
    var answer = exchange.bell().ring(invitation);
    int number = numbers.getAndIncrement();
    if (number > MOST_VISITS) {
      return Future.succeededFuture(new NotReachable());
    }
    try {
      var caller = Caller.connect(server).answers(invitation);
      visits.put(number, new Visit(number, caller, people, seed * 1_000 + number).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Future.succeededFuture(answer);
  }

  private HostPort start() throws TimeoutException {
    var limits = new ConnectionLimits(LONG, LONG, Idleness.UNUSED, 1 << 20, Optional.empty());
    var bound = new AtomicReference<HostPort>();
    vertx
        .deployVerticle(
            () ->
                new SwitchboardVerticle(
                    new HostPort("127.0.0.1", 0), limits, exchange.services(), bound),
            new DeploymentOptions().setInstances(LOOPS))
        .await(10, TimeUnit.SECONDS);
    return bound.get();
  }

  private void hasAnAccountOfTheOthers(Visit visit) {
    visit.view().stays().stream()
        .filter(stay -> !stay.messages.isEmpty())
        .forEach(stay -> isAnAccount(visit, stay));
  }

  private void isAnAccount(Visit visit, Stay stay) {
    var messages = stay.messages;
    assertThat(stay.visits).as("%s", stay).hasSize(1);
    assertThat(messages)
        .as("in order and without gaps: %s", stay)
        .isEqualTo(IntStream.rangeClosed(messages.getFirst(), messages.getLast()).boxed().toList());
    if (stay.seenComing) {
      assertThat(messages.getFirst()).as("from the first one on: %s", stay).isZero();
    }
    boolean toTheEnd = stay.seenLeaving || visit.end() == End.STAYED;
    var acknowledged =
        new TreeSet<>(visits.get(stay.visits.iterator().next()).view().acknowledged());
    if (toTheEnd && !acknowledged.isEmpty()) {
      assertThat(messages.getLast())
          .as("up to the last one acknowledged: %s", stay)
          .isGreaterThanOrEqualTo(acknowledged.last());
    }
  }

  private void refusedMessagesWereHeardByNobody() {
    var refused = new HashSet<String>();
    for (var visit : visits.values()) {
      visit.view().refused().forEach(one -> refused.add(visit.number() + "#" + one));
    }
    for (var visit : visits.values()) {
      assertThat(visit.view().order()).filteredOn(refused::contains).isEmpty();
    }
  }

  /** Any two who heard the same two messages heard them in the same order. */
  private void everybodyHeardInTheSameOrder() {
    var orders = visits.values().stream().map(visit -> visit.view().order()).toList();
    for (var one : orders) {
      Map<String, Integer> places = new HashMap<>();
      one.forEach(message -> places.put(message, places.size()));
      for (var other : orders) {
        var common = new ArrayList<>(other.stream().map(places::get).toList());
        common.removeIf(place -> place == null);
        assertThat(common).isSorted();
      }
    }
  }
}
