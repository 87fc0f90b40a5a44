package im.monarch.conformance.cluster;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.cluster.Returner.Arrival;
import im.monarch.conformance.harness.Listener;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.harness.Topology.Part;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Everybody comes back at the same moment. The short form of ten thousand people: 160, and two
 * notification processes that let in five a second each and ten at once, so that it takes a quarter
 * of a minute.
 */
@ExtendWith(ServersExtension.class)
class HerdIT {

  private static final Topology TWO_NOTIFICATIONS =
      new Topology(
          "TWO_NOTIFICATIONS",
          List.of(
              new Part("front", List.of("dispatch", "passport")),
              new Part("first", List.of("notification")),
              new Part("second", List.of("notification"))));

  private static final int RESIDENTS = 4;
  private static final int PEOPLE = 160;
  private static final int PER_SECOND = 5;
  private static final int BURST = 10;

  /** Only so that a herd that nobody lets in does not wait for ever. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final CountDownLatch opening = new CountDownLatch(1);
  private final CountDownLatch stampede = new CountDownLatch(1);
  private final CountDownLatch enough = new CountDownLatch(1);

  @Test
  void aHerdIsLetInAtTheRateThatTheNodesBearAndTheRestAreToldToComeAgain(Servers servers)
      throws IOException {
    var server = RunningServer.start(TWO_NOTIFICATIONS, servers.newFolder("HERD"), limits());
    try (server) {
      var residents = people(server, RESIDENTS, "resident", opening);
      var herd = people(server, PEOPLE, "herd", stampede);

      long begin = allAreIn(residents, herd);

      assertThat(Stream.concat(residents.stream(), herd.stream()))
          .flatExtracting(one -> one.fault().stream().toList())
          .isEmpty();
      assertThat(residents).filteredOn(one -> one.signsOfLife() < 2).isEmpty();
      assertThat(herd.stream().mapToInt(Returner::refusals).sum()).as("refusals").isPositive();
      assertThat(herd).filteredOn(one -> one.arrival().isEmpty()).isEmpty();
      assertPace(server, herd, begin);
    }
    assertThat(server.takeComplaints()).as("complaints in the logs").isEmpty();
  }

  private static JsonObject limits() {
    var notification =
        new JsonObject()
            .put("signInsPerSecond", PER_SECOND)
            .put("signInBurst", BURST)
            .put("maxWaitingSignIns", BURST);
    return new JsonObject().put("notification", notification);
  }

  private List<Returner> people(
      RunningServer server, int number, String name, CountDownLatch start) {
    var dispatch = server.address(Listener.DISPATCH);
    var people =
        IntStream.range(0, number)
            .mapToObj(i -> new Returner(dispatch, name + i + "@example.com", start, enough))
            .toList();
    var admin = server.admin();
    people.forEach(one -> admin.create(one.account()));
    return people;
  }

  /** First the residents, then the herd; yields the moment before it came. */
  private long allAreIn(List<Returner> residents, List<Returner> herd) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        residents.forEach(threads::execute);
        herd.forEach(threads::execute);
        come(residents, opening);
        return come(herd, stampede);
      } finally {
        opening.countDown();
        stampede.countDown();
        enough.countDown();
      }
    }
  }

  private static long come(List<Returner> people, CountDownLatch start) {
    long begin = System.nanoTime();
    start.countDown();
    Awaitility.await("everybody is in")
        .atMost(PATIENCE)
        .until(() -> people.stream().noneMatch(Returner::isOutside));
    return begin;
  }

  /**
   * Whoever is let in has cost that node one of what it may let in, when dispatch asked it or when
   * they came, and in either case after the herd came: the n-th cannot be in before a node that had
   * all of its burst may let in n. A slow machine makes it later, never sooner.
   */
  private static void assertPace(RunningServer server, List<Returner> herd, long begin) {
    var byNode =
        herd.stream()
            .flatMap(one -> one.arrival().stream())
            .sorted(comparingLong(Arrival::nanoTime))
            .collect(groupingBy(Arrival::node, mapping(Arrival::nanoTime, toList())));

    assertThat(byNode).containsOnlyKeys(server.addresses(Listener.NOTIFICATION));
    assertThat(byNode.values()).flatExtracting(moments -> early(moments, begin)).isEmpty();
  }

  /** Those whom one node let in too soon. */
  private static List<String> early(List<Long> moments, long begin) {
    return IntStream.rangeClosed(1, moments.size())
        .filter(n -> moments.get(n - 1) - begin < soonest(n))
        .mapToObj(
            n ->
                "number %d after %,d ns (expected: not before %,d)"
                    .formatted(n, moments.get(n - 1) - begin, soonest(n)))
        .toList();
  }

  /** How long a node takes, from any moment on, to let in so many, in nanoseconds. */
  private static long soonest(int number) {
    return (number - BURST) * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
  }
}
