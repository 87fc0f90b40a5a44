package im.monarch.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import im.monarch.conformance.chaos.crowd.SignIn;
import im.monarch.conformance.chaos.history.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Processes cannot reach each other, and can again. Where there are neither network namespaces nor
 * loopback addresses for relays, only the database can be out of reach.
 */
@ExtendWith(ChaosExtension.class)
class PartitionIT {

  private static final String VICTIM = "n1";

  @Test
  @Tries("F4")
  void whoeverIsCutOffFromTheDatabaseTooStopsServing(Cluster cluster, Results.Entry results) {
    try (var scene = Scene.lively(cluster, results, "cut-off")) {
      Scene.lasts(Faults.WARM);
      long cut = scene.mark("n1 is cut off from everything");
      if (cluster.network().canBeCut()) {
        cluster.network().cut(List.of(VICTIM), others(cluster, List.of(VICTIM)));
      }
      cluster.member(VICTIM).database().cut();
      var late = new Witness(scene, cluster, scene.register("late"));
      long refused = refusedAt(VICTIM, late, scene);
      scene.promised("lets nobody in after", (refused - cut) / 1e9, Faults.LEASE);
      Scene.lasts(Faults.PARTED);
      long healed = heal(cluster, scene);
      cluster.member(VICTIM).database().heal();
      isWholeAgain(scene, healed);
      Cluster.await("n1 serves again", () -> late.isServedAt(VICTIM));

      scene.judge(new Window(cut, healed));
    }
  }

  /** When somebody asked who was not let in any more. */
  private static long refusedAt(String node, Witness late, Scene scene) {
    var asked = new AtomicLong();
    Cluster.await(
        node + " lets nobody in",
        () -> {
          asked.set(scene.recorder().now());
          return !late.isServedAt(node);
        });
    return asked.get();
  }

  @Test
  @Tries("F5")
  void ofTwoHalvesThatReachTheDatabaseOnlyOneServesAnAccount(Cluster cluster, Results.Entry results)
      throws SignIn.InVain {
    somethingCanBeCut(cluster);
    try (var scene = Scene.lively(cluster, results, "two-halves")) {
      Scene.lasts(Faults.WARM);
      var torn = new Witness(scene, cluster, scene.register("torn"));
      var former = torn.comesTo(VICTIM);
      var side = List.of(VICTIM, "s1");
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
      scene.promised("the former ended after", scene.since(takenOver), Limits.TAKEN_OVER);
      Scene.lasts(Faults.PARTED);
      assertThat(winner.ask("PNG", "")).as("the survivor").isPresent();
      winner.close();
      isWholeAgain(scene, heal(cluster, scene));

      scene.judge();
    }
  }

  @Test
  @Tries("F6, K6")
  void afterAnyPartitionEverythingIsAsItWas(Cluster cluster, Results.Entry results) {
    somethingCanBeCut(cluster);
    var random = new Random(Scene.SEED);
    for (int partition = 0; partition < Faults.PARTITIONS; partition++) {
      try (var scene = Scene.lively(cluster, results, "healed")) {
        var side = anySide(cluster, random);
        results.add("cut off: " + side);
        scene.mark("cut off: " + side);
        cluster.network().cut(side, others(cluster, side));
        Scene.lasts(Faults.PARTED);
        isWholeAgain(scene, heal(cluster, scene));

        scene.judge();
      }
    }
  }

  /** One or two, but not those where people come first. */
  private static List<String> anySide(Cluster cluster, Random random) {
    var names = new ArrayList<>(cluster.members().stream().map(Member::name).toList());
    names.removeAll(Cluster.FRONT);
    Collections.shuffle(names, random);
    return List.copyOf(names.subList(0, 1 + random.nextInt(2)));
  }

  private static void isWholeAgain(Scene scene, long healed) {
    scene.everybodyIsBackSince(healed);
    scene.isOneClusterSince(healed);
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
