package im.monarch.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import im.monarch.conformance.chaos.crowd.SignIn;
import im.monarch.conformance.chaos.fault.Clock;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The clock of one process is put forward and back by ten minutes. Needs libfaketime. */
@ExtendWith(ChaosExtension.class)
class ClockStepIT {

  private static final int TEN_MINUTES = 600;
  private static final String VICTIM = "n1";

  /** Far from what the clock is put by, and more than anything takes here. */
  private static final Duration ABOUT = Duration.ofMinutes(2);

  /** Whatever is renewed with the lease, is renewed more than once. */
  private static final Duration EACH = Faults.LEASE.plus(Faults.WARM);

  /** To ask a false clock takes a hundred times as long: starts have waited in vain for SQL. */
  private static final JsonObject PATIENT =
      new JsonObject().put("store", new JsonObject().put("patienceMillis", 60_000));

  private static final Pattern LOGIN_TIME = Pattern.compile("LoginTime: (\\d+)");

  @TempDir Path folder;

  @Test
  @Tries("F11")
  void nobodyLosesOrGainsASessionAndTicketsAreTaken(Cluster cluster, Results.Entry results)
      throws IOException, SignIn.InVain {
    assumeTrue(Clock.available(), "no libfaketime on this machine: see conformance/install-tools");
    var clock = new Clock(folder.resolve("offset"));
    cluster.member(VICTIM).drain();
    cluster.member(VICTIM).launchWithin(clock.wrapper(), PATIENT);
    cluster.member(VICTIM).awaitReady();
    try (var scene = Scene.lively(cluster, results, "clock-step")) {
      Scene.lasts(Faults.WARM);
      long begin = scene.recorder().now();
      for (int seconds : new int[] {TEN_MINUTES, -TEN_MINUTES, 0}) {
        scene.mark("the clock of n1 is %d seconds fast".formatted(seconds));
        clock.step(seconds);
        Cluster.await(
            "n1 has another time",
            () -> isAbout(Clock.fastBy(cluster.member(VICTIM).pid()), seconds));
        getsInWithATicket(scene, cluster);
        Scene.lasts(EACH);
      }
      long end = scene.recorder().now();

      var history = scene.judge();

      assertThat(Lost.sessions(history, begin, end)).isEmpty();
    } finally {
      cluster.member(VICTIM).end();
    }
  }

  private static boolean isAbout(Duration fast, int seconds) {
    return fast.minusSeconds(seconds).abs().compareTo(ABOUT) < 0;
  }

  /** Whatever the clock of the process says, clients are told what time it is for the service. */
  private static void getsInWithATicket(Scene scene, Cluster cluster) throws SignIn.InVain {
    var somebody = new Witness(scene, cluster, scene.register("at-" + scene.recorder().now()));
    try (var wire = somebody.comesTo(VICTIM)) {
      assertThat(wire.open()).isTrue();
      assertThat(loginTime(scene, somebody))
          .isCloseTo(Instant.now().getEpochSecond(), within(ABOUT.toSeconds()));
    }
  }

  private static long loginTime(Scene scene, Witness somebody) {
    return scene.recorder().history().events().stream()
        .filter(event -> event.who().equals(somebody.handle()))
        .map(event -> LOGIN_TIME.matcher(event.text()))
        .filter(found -> found.find())
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .findFirst()
        .orElseThrow();
  }
}
