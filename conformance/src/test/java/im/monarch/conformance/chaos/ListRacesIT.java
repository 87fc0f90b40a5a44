package im.monarch.conformance.chaos;

import im.monarch.conformance.chaos.crowd.Habits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A few people at several processes do nothing but put each other on lists and take each other off.
 */
@ExtendWith(ChaosExtension.class)
class ListRacesIT {

  private static final int PEOPLE = 8;
  private static final Duration TIME = Duration.ofSeconds(8).multipliedBy(Faults.ROUNDS);

  @Test
  void oneListIsTheOtherTheOtherWayRound(Cluster cluster, Results.Entry results) {
    try (var scene = Scene.of(cluster, results, "list-races", PEOPLE, Habits.QUARRELSOME)) {
      Scene.lasts(TIME);

      scene.judge();
    }
  }

  @Test
  void whoIsBlockedSeesNothingHoweverFastTheyAre(Cluster cluster, Results.Entry results) {
    try (var scene = Scene.of(cluster, results, "block-races", PEOPLE, Habits.SECRETIVE)) {
      Scene.lasts(TIME);

      scene.judge();
    }
  }
}
