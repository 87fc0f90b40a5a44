package im.monarch.conformance.chaos;

import im.monarch.conformance.chaos.crowd.Habits;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The power goes, for all processes and for the database, while people edit their lists. */
@ExtendWith(ChaosExtension.class)
class AllKilledIT {

  /** Each takes a start of everything. */
  private static final int KILLS = 2 * Faults.ROUNDS;

  private static final Habits EDITING = new Habits(5, 90, 0, 3, 20);

  @Test
  void whatWasAcknowledgedIsThereAndTheInverseIsExact(Cluster cluster, Results.Entry results)
      throws IOException {
    try (var scene = Scene.of(cluster, results, "all-killed", Scene.PEOPLE, EDITING)) {
      for (int kill = 0; kill < KILLS; kill++) {
        Scene.lasts(Faults.WARM);
        scene.mark("everything is killed");
        cluster.members().forEach(Member::kill);
        cluster.database().kill();
        cluster.database().restart();
        cluster.startAll();
        long started = scene.mark("everything is started again");
        scene.measured("everybody back after", scene.backSince(started));
      }

      scene.judge();
    }
  }
}
