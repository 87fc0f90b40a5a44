package im.monarch.conformance.chaos;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import im.monarch.conformance.chaos.fault.Clock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The clock of one process is put forward and back by ten minutes. Needs libfaketime. */
@ExtendWith(ChaosExtension.class)
class ClockStepIT {

  private static final int TEN_MINUTES = 600;
  private static final String VICTIM = "n1";

  @TempDir Path folder;

  @Test
  void nobodyLosesOrGainsASession(Cluster cluster, Results.Entry results) throws IOException {
    assumeTrue(Clock.available(), "no libfaketime on this machine");
    var clock = new Clock(folder.resolve("offset"));
    cluster.member(VICTIM).kill();
    cluster.member(VICTIM).launchWithin(clock.wrapper());
    cluster.startAll();
    try (var scene = Scene.lively(cluster, results, "clock-step")) {
      for (int seconds : new int[] {TEN_MINUTES, -TEN_MINUTES, 0}) {
        Scene.lasts(Faults.WARM);
        scene.mark("the clock of n1 is %d seconds fast".formatted(seconds));
        clock.step(seconds);
      }
      Scene.lasts(Faults.WARM);

      scene.judge();
    } finally {
      cluster.member(VICTIM).kill();
    }
  }
}
