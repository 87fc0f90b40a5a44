package im.monarch.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.chaos.history.Event;
import im.monarch.conformance.chaos.history.Event.Kind;
import im.monarch.conformance.chaos.history.History;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One of three notification processes is killed while people use all of them. */
@ExtendWith(ChaosExtension.class)
class NodeKilledIT {

  private static final String VICTIM = "n1";

  @Test
  void itsPeopleComeBackElsewhereAndTheOthersNoticeNothingElse(
      Cluster cluster, Results.Entry results) throws IOException {
    for (int round = 0; round < Faults.ROUNDS; round++) {
      try (var scene = Scene.lively(cluster, results, "node-killed")) {
        Scene.lasts(Faults.WARM);
        long killed = scene.mark("n1 is killed");
        cluster.member(VICTIM).kill();
        scene.measured("everybody back after", scene.backSince(killed));
        long back = scene.recorder().now();
        cluster.startAll();
        scene.mark("n1 is started again");

        var history = scene.judge();

        assertThat(disturbed(history, killed, back)).isEmpty();
      }
    }
  }

  /** Who was signed in at another process, and was hung up on. */
  private static List<Event> disturbed(History history, long from, long until) {
    Set<Integer> notification = new HashSet<>();
    var disturbed = new ArrayList<Event>();
    for (var event : history.events()) {
      if (event.kind() == Kind.DIALED_NOTIFICATION && !event.node().equals(VICTIM)) {
        notification.add(event.connection());
      }
      boolean cut = event.kind() == Kind.CUT && event.at() > from && event.at() < until;
      if (cut && notification.contains(event.connection())) {
        disturbed.add(event);
      }
    }
    return disturbed;
  }
}
