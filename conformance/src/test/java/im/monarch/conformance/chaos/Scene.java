package im.monarch.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.chaos.crowd.Crowd;
import im.monarch.conformance.chaos.crowd.Habits;
import im.monarch.conformance.chaos.crowd.Person;
import im.monarch.conformance.chaos.crowd.SignIn;
import im.monarch.conformance.chaos.history.Checker;
import im.monarch.conformance.chaos.history.History;
import im.monarch.conformance.chaos.history.Recorder;
import im.monarch.conformance.chaos.history.Tally;
import im.monarch.conformance.chaos.history.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One run: people, what happens to them, and the judgement. Its history is kept when it fails. */
final class Scene implements AutoCloseable {

  static final long SEED = Long.getLong("monarch.seed", 19_990_722L);

  private static final Path FOLDER = Path.of("target", "chaos");
  private static final int SHOWN = 10;

  private final Cluster cluster;
  private final Results.Entry results;
  private final String name;
  private final Recorder recorder = new Recorder();
  private final Crowd crowd;
  private final List<String> late = new ArrayList<>();
  private boolean judged;

  private Scene(Cluster cluster, Results.Entry results, String name, Crowd.Kind kind) {
    this.cluster = cluster;
    this.results = results;
    this.name = name;
    this.crowd = Crowd.gather(place(), cluster.admin(), kind);
  }

  /** With a crowd that does a bit of everything. */
  static Scene lively(Cluster cluster, Results.Entry results, String name) {
    return of(cluster, results, name, Faults.PEOPLE, Habits.LIVELY);
  }

  /** With a crowd of such habits. */
  static Scene of(Cluster cluster, Results.Entry results, String name, int people, Habits habits) {
    var kind = new Crowd.Kind(cluster.crowd(name), people, habits, SEED);
    return new Scene(cluster, results, name, kind);
  }

  Recorder recorder() {
    return recorder;
  }

  Crowd crowd() {
    return crowd;
  }

  Person.Place place() {
    return new Person.Place(recorder, cluster);
  }

  SignIn signIn() {
    return new SignIn(recorder, cluster);
  }

  /** Somebody who does nothing by themselves. */
  String register(String who) {
    var handle = cluster.crowd(name + '-' + who) + "x@example.com";
    Crowd.register(cluster.admin(), handle);
    return handle;
  }

  /** Takes down that something happens; when. */
  long mark(String what) {
    return recorder.mark(what);
  }

  /** Lets time pass, as long as a fault lasts. */
  static void lasts(Duration duration) {
    try {
      boolean never = new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(never).isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until everybody is there; seconds since {@code moment}. */
  double backSince(long moment) {
    crowd.awaitAll("everybody is back");
    return since(moment);
  }

  /** Seconds since {@code moment}. */
  double since(long moment) {
    return (recorder.now() - moment) / 1e9;
  }

  /** Adds a figure to what is reported. */
  void measured(String what, double seconds) {
    results.add("%s: %.1f s".formatted(what, seconds));
  }

  /** Adds a figure to what is reported. */
  void measured(String what, Duration time) {
    measured(what, time.toMillis() / 1e3);
  }

  /** Adds a figure that has been promised to be no more than so much; the judgement looks at it. */
  void promised(String what, double seconds, Duration atMost) {
    var line = "%s: %.1f s, promised: %d s".formatted(what, seconds, atMost.toSeconds());
    results.add(line);
    if (seconds * 1e3 > atMost.toMillis()) {
      late.add(line);
    }
  }

  /** Waits until everybody is there, which is promised to take no longer than a minute. */
  void everybodyIsBackSince(long moment) {
    promised("everybody back after", backSince(moment), Limits.BACK);
  }

  /** Waits until all processes know each other, after they could not reach each other. */
  void isOneClusterSince(long healed) {
    Cluster.await("all processes know each other", cluster::isWhole);
    promised("one cluster again after", since(healed), Limits.MERGE);
  }

  /** For a time in which everybody could reach everybody who had to know something. */
  History judge() {
    return judge(Checker.strict());
  }

  /** For a time in which two sessions of an account could not know of each other. */
  History judge(Window excuse) {
    return judge(Checker.excusing(List.of(excuse)));
  }

  private History judge(Checker checker) {
    promised("presence right after quiet", crowd.comeToRest(Limits.PRESENCE), Limits.PRESENCE);
    var history = crowd.disperse();
    var violations = checker.check(history);
    var tally = Tally.of(history);
    results.add(tally.toString());
    results.add(violations.size() + " promises not kept");
    violations.stream().limit(SHOWN).forEach(each -> results.add(each.toString()));
    assertThat(violations.stream().map(Object::toString).limit(SHOWN))
        .as("%s, seed %d: %d promises not kept, %s", name, SEED, violations.size(), file())
        .isEmpty();
    assertThat(late).as("%s, seed %d: later than promised", name, SEED).isEmpty();
    assertThat(tally.signIns()).isGreaterThanOrEqualTo(crowd.size());
    assertThat(tally.lists()).isGreaterThanOrEqualTo(crowd.size());
    assertThat(tally.edits()).isPositive();
    judged = true;
    return history;
  }

  private Path file() {
    return FOLDER.resolve(name.toLowerCase(Locale.ROOT) + ".history").toAbsolutePath();
  }

  /** What happened is written down unless all was well. */
  @Override
  public void close() {
    try {
      crowd.close();
    } finally {
      if (!judged) {
        recorder.write(file());
      }
    }
  }
}
