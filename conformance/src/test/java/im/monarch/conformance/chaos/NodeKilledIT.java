package im.monarch.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One of three notification processes is killed while people use all of them. */
@ExtendWith(ChaosExtension.class)
class NodeKilledIT {

  private static final String VICTIM = "n1";

  /** Twice what anything may take here. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  @Tries("F1, K5, K6")
  void itsPeopleComeBackElsewhereAndTheOthersNoticeNothingElse(
      Cluster cluster, Results.Entry results) throws Exception {
    for (int round = 0; round < Faults.KILLS; round++) {
      try (var scene = Scene.lively(cluster, results, "node-killed")) {
        Scene.lasts(Faults.WARM);
        var gone = new Witness(scene, cluster, scene.register("gone"));
        var watcher = new Witness(scene, cluster, scene.register("watcher"));
        watcher.follows(gone);
        try (var lost = gone.comesTo(VICTIM);
            var watching = watcher.comesTo("n2")) {
          long killed = scene.mark("n1 is killed");
          cluster.member(VICTIM).kill();
          scene.everybodyIsBackSince(killed);
          long back = scene.recorder().now();
          await("who does not come back is seen to go", () -> watcher.hasHeard("FLN "));
          scene.promised(
              "who does not come back is seen to go after", scene.since(killed), Limits.SEEN_TO_GO);
          isUsedAgain(scene, cluster);

          var history = scene.judge();

          assertThat(Lost.sessions(history, killed, back))
              .allMatch(event -> event.node().equals(VICTIM));
          assertThat(lost.open()).isFalse();
          assertThat(watching.open()).isTrue();
        }
      }
    }
  }

  private static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(PATIENCE).until(condition);
  }

  /** A process that has just come is used by dispatch. */
  private static void isUsedAgain(Scene scene, Cluster cluster) throws IOException {
    cluster.startAll();
    long started = scene.mark("n1 is started again");
    var somebody = new Witness(scene, cluster, scene.register("next"));
    await("dispatch uses it", () -> somebody.isSentTo().equals(VICTIM));
    scene.promised(
        "dispatch uses a process that has come after", scene.since(started), Limits.USED);
  }
}
