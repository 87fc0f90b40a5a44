package im.monarch.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.monarch.conformance.chaos.crowd.SignIn;
import im.monarch.conformance.chaos.history.Window;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * PostgreSQL stops, dies or is slow under people who chat and edit; nobody repairs anything else.
 */
@ExtendWith(ChaosExtension.class)
class DatabaseGoneIT {

  private static final int SLOW_MILLIS = 250;

  @Test
  @Tries("F7, K5")
  void conversationsGoOnWhileItIsAway(Cluster cluster, Results.Entry results) throws Exception {
    try (var scene = Scene.lively(cluster, results, "database-stopped")) {
      long stopped;
      long back;
      try (var talk = Chat.between(scene, cluster, "n1", "n2")) {
        var late = new Witness(scene, cluster, scene.register("late"));
        Scene.lasts(Faults.WARM);
        stopped = scene.mark("the database stops");
        cluster.database().pause();
        scene.measured("slowest message meanwhile", talk.goesOnFor(Faults.OUTAGE));
        refusesQuickly(scene, late);
        back = scene.mark("the database goes on");
        cluster.database().resume();
      }
      scene.everybodyIsBackSince(back);

      scene.judge(new Window(stopped, back));
    }
  }

  private static void refusesQuickly(Scene scene, Witness late) {
    long asked = scene.recorder().now();
    assertThatThrownBy(() -> late.comesTo("n2")).isInstanceOf(SignIn.InVain.class);
    scene.measured("a sign-in is refused after", Duration.ofNanos(scene.recorder().now() - asked));
  }

  @Test
  @Tries("F7, K1")
  void whatWasAcknowledgedIsThereAfterItWasKilled(Cluster cluster, Results.Entry results)
      throws IOException {
    try (var scene = Scene.lively(cluster, results, "database-killed")) {
      Scene.lasts(Faults.WARM);
      long killed = scene.mark("the database is killed");
      cluster.database().kill();
      Scene.lasts(Duration.ofSeconds(3));
      cluster.database().restart();
      long back = scene.mark("the database is started again");
      scene.everybodyIsBackSince(back);

      scene.judge(new Window(killed, back));
    }
  }

  @Test
  @Tries("F7")
  void everythingStillWorksWhileItIsSlow(Cluster cluster, Results.Entry results) throws Exception {
    try (var scene = Scene.lively(cluster, results, "database-slow")) {
      var late = new Witness(scene, cluster, scene.register("slow"));
      long slow;
      long back;
      try (var talk = Chat.between(scene, cluster, "n1", "n2")) {
        slow = scene.mark("the database answers half a second late");
        cluster.members().forEach(member -> member.database().delay(SLOW_MILLIS));
        scene.measured("slowest message meanwhile", talk.goesOnFor(Faults.SLOWNESS));
        long asked = scene.recorder().now();
        Cluster.await("somebody gets in", () -> late.isServedAt("n1"));
        scene.measured("somebody else is let in after", scene.since(asked));
        back = scene.mark("the database is as fast as ever");
        cluster.members().forEach(member -> member.database().delay(0));
      }
      scene.everybodyIsBackSince(back);

      scene.judge(new Window(slow, back));
    }
  }
}
