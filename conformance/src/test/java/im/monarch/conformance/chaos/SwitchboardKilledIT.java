package im.monarch.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.chaos.crowd.SignIn;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A switchboard process is killed in the middle of many conversations. */
@ExtendWith(ChaosExtension.class)
class SwitchboardKilledIT {

  @Test
  @Tries("F9, K5")
  void whoTalksThereIsToldAndTalksElsewhere(Cluster cluster, Results.Entry results)
      throws IOException, SignIn.InVain {
    for (int round = 0; round < Faults.KILLS; round++) {
      try (var scene = Scene.lively(cluster, results, "switchboard-killed")) {
        Scene.lasts(Faults.WARM);
        try (var talk = Chat.between(scene, cluster, "n1", "n2")) {
          long killed = scene.mark(talk.switchboard() + " is killed");
          cluster.member(talk.switchboard()).kill();
          Cluster.await("both are told", talk::over);
          scene.promised("told after", scene.since(killed), Limits.TOLD);
          talkElsewhere(scene, cluster, talk.switchboard());
          scene.measured("talk elsewhere after", scene.since(killed));
        }
        cluster.startAll();
        Scene.lasts(Faults.WARM);

        scene.judge();
      }
    }
  }

  private static void talkElsewhere(Scene scene, Cluster cluster, String dead)
      throws SignIn.InVain {
    try (var again = Chat.between(scene, cluster, "n2", "n3")) {
      assertThat(again.switchboard()).isNotEqualTo(dead);
      assertThat(again.goesOnFor(Faults.WARM)).isPositive();
    }
  }
}
