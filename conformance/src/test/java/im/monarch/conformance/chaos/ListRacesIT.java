package im.monarch.conformance.chaos;

import im.monarch.conformance.chaos.crowd.Habits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A few people at several processes do nothing but put each other on lists and take each other off.
 */
@ExtendWith(ChaosExtension.class)
class ListRacesIT {

  private static final int PEOPLE = 8;

  @Test
  @Tries("K2")
  void oneListIsTheOtherTheOtherWayRound(Cluster cluster, Results.Entry results) {
    race(cluster, results, "list-races", Habits.QUARRELSOME);
  }

  @Test
  @Tries("K7")
  void whoIsBlockedSeesNothingHoweverFastTheyAre(Cluster cluster, Results.Entry results) {
    race(cluster, results, "block-races", Habits.SECRETIVE);
  }

  private static void race(Cluster cluster, Results.Entry results, String name, Habits habits) {
    for (int quarrel = 0; quarrel < Faults.QUARRELS; quarrel++) {
      try (var scene = Scene.of(cluster, results, name, PEOPLE, habits)) {
        Scene.lasts(Faults.QUARREL);

        scene.judge();
      }
    }
  }
}
