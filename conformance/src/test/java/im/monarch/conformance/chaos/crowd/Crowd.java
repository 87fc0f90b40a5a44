package im.monarch.conformance.chaos.crowd;

import im.monarch.conformance.chaos.history.History;
import im.monarch.conformance.chaos.history.Recorder;
import im.monarch.conformance.chaos.history.Survivors;
import im.monarch.conformance.chaos.history.Views;
import im.monarch.conformance.harness.AdminClient;
import im.monarch.conformance.transcript.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Many people, each a friend of their neighbours, on threads of their own. A crowd gathers, acts
 * while something else happens, comes to rest, and is asked in the end.
 */
public final class Crowd implements AutoCloseable {

  private static final String PASSWORD = "secret";
  private static final int PATIENCE_SECONDS = 120;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Person.Place place;
  private final Pace pace;
  private final List<Person> people;
  private final List<CompletableFuture<Void>> lives = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * What a crowd is like.
   *
   * @param name for handles that nobody else has
   */
  public record Kind(String name, int size, Habits habits, long seed) {

    private List<String> handles() {
      return IntStream.range(0, size).mapToObj(i -> name + i + "@example.com").toList();
    }

    private List<String> friends(int of) {
      var handles = handles();
      var friends = new LinkedHashSet<String>();
      for (int i = 1; i <= habits.friends(); i++) {
        friends.add(handles.get((of + i) % size));
        friends.add(handles.get((of - i + size) % size));
      }
      friends.remove(handles.get(of));
      return List.copyOf(friends);
    }
  }

  private Crowd(Person.Place place, Kind kind) {
    this.place = place;
    this.pace = new Pace(kind.habits());
    var handles = kind.handles();
    this.people =
        IntStream.range(0, handles.size())
            .mapToObj(
                i -> new Person(place, handles.get(i), kind.friends(i), kind.seed() + i, pace))
            .toList();
  }

  /** Registers people and lets them live. */
  public static Crowd gather(Person.Place place, AdminClient admin, Kind kind) {
    var handles = kind.handles();
    handles.forEach(handle -> register(admin, handle));
    for (int i = 0; i < kind.size(); i++) {
      for (var friend : kind.friends(i)) {
        lists(place.recorder(), admin, handles.get(i), friend);
      }
    }
    var crowd = new Crowd(place, kind);
    crowd.people.forEach(person -> crowd.begin(person::live));
    crowd.begin(crowd::haunt);
    crowd.awaitAll("everybody is there");
    return crowd;
  }

  /** An account without anybody on its lists. */
  public static void register(AdminClient admin, String handle) {
    admin.create(new Fact.Account(handle, handle, PASSWORD));
  }

  /** Somebody has somebody on FL, from the beginning. */
  public static void lists(Recorder recorder, AdminClient admin, String owner, String contact) {
    admin.put(new Fact.Lists(owner, contact, List.of("FL"), List.of(), Optional.of(contact)));
    recorder.given(owner, "FL", contact);
  }

  private void begin(Runnable life) {
    lives.add(CompletableFuture.runAsync(life, threads));
  }

  private void haunt() {
    while (!pace.over()) {
      people.forEach(Person::haunt);
      pace.rest(500);
    }
  }

  /** Waits until each of them has a session that seems to live. */
  public void awaitAll(String what) {
    Awaitility.await(what)
        .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
        .pollInterval(PAUSE)
        .until(() -> people.stream().allMatch(Person::there));
  }

  /**
   * Everybody stays and does nothing more; waits until all see what is true, or for as long as it
   * can reasonably take. What they then see is compared by the rules.
   *
   * @return how long that took, in seconds
   */
  public double comeToRest(Duration reasonable) {
    pace.beQuiet();
    awaitAll("everybody is back");
    long begin = place.recorder().mark("everybody is quiet");
    long limit = begin + reasonable.toNanos();
    var end =
        Awaitility.await("presence is right, or late")
            .atMost(reasonable.plusSeconds(PATIENCE_SECONDS))
            .pollInterval(PAUSE)
            .until(this::look, seen -> seen.truth() || seen.at() > limit);
    place.recorder().mark(Views.COMPARE);
    place.recorder().mark(Survivors.END);
    all(Person::showLife);
    place.recorder().mark("good-bye");
    return (end.at() - begin) / 1e9;
  }

  private record Look(long at, boolean truth) {}

  /** As of the moment when it begins: to compare a long history takes a while itself. */
  private Look look() {
    long at = place.recorder().now();
    return new Look(at, Views.now(place.recorder().history()).wrong().isEmpty());
  }

  /**
   * Everybody leaves, then comes once more to read their lists.
   *
   * @return all that happened
   */
  public History disperse() {
    endLives();
    all(Person::leave);
    var unread = new ArrayList<>(people);
    Awaitility.await("everybody has read their lists")
        .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
        .pollInterval(PAUSE)
        .until(
            () -> {
              unread.removeIf(Person::readLists);
              return unread.isEmpty();
            });
    return place.recorder().history();
  }

  private void all(Consumer<Person> what) {
    try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
      people.stream()
          .map(person -> CompletableFuture.runAsync(() -> what.accept(person), each))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  public int size() {
    return people.size();
  }

  /** Ends everything at once. */
  @Override
  public void close() {
    endLives();
    all(Person::leave);
  }

  /** Whoever ended by a fault of the test makes it fail. */
  private void endLives() {
    pace.stop();
    lives.forEach(CompletableFuture::join);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the crowd does not go");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
