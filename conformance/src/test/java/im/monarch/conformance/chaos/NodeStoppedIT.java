package im.monarch.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.chaos.history.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A notification process stops in its tracks for longer than its lease, and goes on: its people are
 * elsewhere by then, their old connections still there.
 */
@ExtendWith(ChaosExtension.class)
class NodeStoppedIT {

  private static final String VICTIM = "n1";

  @Test
  @Tries("F3")
  void itEndsWhatItHadAndServesAgainWithoutBeingStartedAnew(
      Cluster cluster, Results.Entry results) {
    for (int round = 0; round < Faults.STOPS; round++) {
      try (var scene = Scene.lively(cluster, results, "node-stopped")) {
        Scene.lasts(Faults.WARM);
        long stopped = scene.mark("n1 is stopped");
        cluster.member(VICTIM).pause();
        Scene.lasts(Faults.STOPPED);
        assertThat(cluster.isWholeWithout(VICTIM)).as("the others stay together").isTrue();
        long goesOn = scene.mark("n1 goes on");
        cluster.member(VICTIM).resume();
        scene.everybodyIsBackSince(goesOn);
        scene.isOneClusterSince(goesOn);
        var somebody = new Witness(scene, cluster, scene.register("after"));
        Cluster.await("n1 serves again", () -> somebody.isServedAt(VICTIM));
        scene.measured("serves again after", scene.since(goesOn));

        scene.judge(new Window(stopped, goesOn));
      }
    }
  }
}
