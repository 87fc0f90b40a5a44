package im.monarch.conformance.chaos;

import im.monarch.conformance.chaos.crowd.Habits;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The power goes, for all processes and for the database, while people edit their lists. */
@ExtendWith(ChaosExtension.class)
class AllKilledIT {

  private static final Habits EDITING = new Habits(5, 90, 0, 3, 20);

  @Test
  @Tries("K1")
  void whatWasAcknowledgedIsThereAndTheInverseIsExact(Cluster cluster, Results.Entry results)
      throws IOException {
    for (int blackout = 0; blackout < Faults.BLACKOUTS; blackout++) {
      try (var scene = Scene.of(cluster, results, "all-killed", Faults.PEOPLE, EDITING)) {
        everythingGoes(cluster, scene);
        everythingGoes(cluster, scene);

        scene.judge();
      }
    }
  }

  private static void everythingGoes(Cluster cluster, Scene scene) throws IOException {
    Scene.lasts(Faults.WARM);
    scene.mark("everything is killed");
    cluster.members().forEach(Member::kill);
    cluster.database().kill();
    cluster.database().restart();
    cluster.startAll();
    scene.everybodyIsBackSince(scene.mark("everything is started again"));
  }
}
