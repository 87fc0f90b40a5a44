package im.monarch.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import im.monarch.conformance.chaos.crowd.SignIn;
import im.monarch.conformance.chaos.history.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Processes cannot reach each other, and can again. Where there are neither network namespaces nor
 * loopback addresses for relays, only the database can be out of reach.
 */
@ExtendWith(ChaosExtension.class)
class PartitionIT {

  private static final int ROUNDS = Faults.ROUNDS;

  @Test
  void whoeverIsCutOffFromTheDatabaseTooStopsServing(Cluster cluster, Results.Entry results) {
    try (var scene = Scene.lively(cluster, results, "cut-off")) {
      Scene.lasts(Faults.WARM);
      long cut = scene.mark("n1 is cut off from everything");
      if (cluster.network().canBeCut()) {
        cluster.network().cut(List.of("n1"), others(cluster, List.of("n1")));
      }
      cluster.member("n1").database().cut();
      var late = new Witness(scene, cluster, scene.register("late"));
      Cluster.await("n1 lets nobody in", () -> !late.isServedAt("n1"));
      scene.measured("lets nobody in after", scene.since(cut));
      Scene.lasts(Faults.LASTING);
      long healed = heal(cluster, scene);
      cluster.member("n1").database().heal();
      scene.measured("everybody back after", scene.backSince(healed));
      Cluster.await("n1 serves again", () -> late.isServedAt("n1"));

      scene.judgeAfterMerge(List.of(new Window(cut, healed)));
    }
  }

  @Test
  void ofTwoHalvesThatReachTheDatabaseOnlyOneServesAnAccount(Cluster cluster, Results.Entry results)
      throws SignIn.InVain {
    somethingCanBeCut(cluster);
    try (var scene = Scene.lively(cluster, results, "two-halves")) {
      Scene.lasts(Faults.WARM);
      var torn = new Witness(scene, cluster, scene.register("torn"));
      var former = torn.comesTo("n1");
      var side = List.of("n1", "s1");
      long cut = scene.mark("n1 and s1 are cut off from the others, not from the database");
      cluster.network().cut(side, others(cluster, side));
      var winner = torn.getsInAt("n2");
      scene.measured("gets in on the other side after", scene.since(cut));
      long takenOver = scene.mark("taken over at n2");
      Cluster.await(
          "the former is not served",
          () -> {
            former.ask("PNG", "");
            return !former.open();
          });
      scene.measured("the former ended after", scene.since(takenOver));
      Scene.lasts(Faults.LASTING);
      assertThat(winner.ask("PNG", "")).as("the survivor").isPresent();
      winner.close();
      long healed = heal(cluster, scene);
      scene.measured("everybody back after", scene.backSince(healed));

      scene.judgeAfterMerge(List.of());
    }
  }

  @Test
  void afterAnyPartitionEverythingIsAsItWas(Cluster cluster, Results.Entry results) {
    somethingCanBeCut(cluster);
    var random = new Random(Scene.SEED);
    try (var scene = Scene.lively(cluster, results, "healed")) {
      for (int round = 0; round < ROUNDS; round++) {
        var names = new ArrayList<>(cluster.members().stream().map(Member::name).toList());
        names.remove(Cluster.FRONT);
        Collections.shuffle(names, random);
        var side = List.copyOf(names.subList(0, 1 + random.nextInt(2)));
        scene.mark("cut off: " + side);
        cluster.network().cut(side, others(cluster, side));
        Scene.lasts(Faults.LASTING);
        long healed = heal(cluster, scene);
        scene.measured(side + " cut off, everybody back after", scene.backSince(healed));
      }

      scene.judgeAfterMerge(List.of());
    }
  }

  private static void somethingCanBeCut(Cluster cluster) {
    assumeTrue(cluster.network().canBeCut(), "nothing can be cut on this machine");
  }

  private static long heal(Cluster cluster, Scene scene) {
    cluster.network().heal();
    return scene.mark("the network is whole");
  }

  private static List<String> others(Cluster cluster, List<String> side) {
    return cluster.members().stream()
        .map(Member::name)
        .filter(name -> !side.contains(name))
        .toList();
  }
}
