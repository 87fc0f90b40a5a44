package im.monarch.conformance.chaos;

import im.monarch.conformance.chaos.crowd.Habits;
import im.monarch.conformance.chaos.crowd.Race;
import im.monarch.conformance.chaos.history.PeacefulEnds;
import im.monarch.conformance.chaos.history.Survivors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same account signs in from several places at the same moment, at all processes. */
@ExtendWith(ChaosExtension.class)
class SameAccountIT {

  private static final int PLACES = 6;
  private static final int BYSTANDERS = 4;
  private static final Habits CALM = new Habits(5, 5, 0, 1, 300);

  @Test
  @Tries("K3")
  void oneOfThemStaysAndTheOthersAreToldOnce(Cluster cluster, Results.Entry results) {
    try (var scene = Scene.of(cluster, results, "same-account", BYSTANDERS, CALM)) {
      var account = scene.register("everywhere");
      var race = new Race(scene.place(), account, scene.register("friend"), Cluster.NOTIFICATION);
      int survivors = 0;
      for (int i = 0; i < Faults.RACES; i++) {
        race.run(PLACES);
        Cluster.await("one is left", () -> race.left() <= 1);
        survivors += race.left();
      }
      scene.mark(Survivors.END);
      race.showLife();
      scene.mark("the races are over");
      results.add(Faults.RACES + " races of " + PLACES + ", left: " + survivors);
      race.close();

      var history = scene.judge();

      Assertions.assertThat(survivors).isEqualTo(Faults.RACES);
      Assertions.assertThat(history.sessions().stream().filter(each -> each.who().equals(account)))
          .hasSize(Faults.RACES * PLACES);
      Assertions.assertThat(new PeacefulEnds().check(history)).isEmpty();
    }
  }
}
