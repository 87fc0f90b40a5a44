package im.monarch.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.chaos.history.Event;
import im.monarch.conformance.chaos.history.Event.Kind;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each process is ended by an operator and started again, those where people come first too. */
@ExtendWith(ChaosExtension.class)
class RollingRestartIT {

  @Test
  @Tries("F10, K5")
  void nobodyIsRefusedAndNothingAcknowledgedIsLost(Cluster cluster, Results.Entry results)
      throws IOException {
    try (var scene = Scene.lively(cluster, results, "rolling-restart")) {
      long begin = scene.mark("rolling restart");
      for (var name : cluster.members().stream().map(Member::name).toList()) {
        scene.mark(name + " is to end");
        cluster.member(name).drain();
        scene.mark(name + " has ended");
        cluster.startAll();
        scene.mark(name + " is there again");
      }
      scene.measured("all restarted after", scene.since(begin));
      scene.backSince(begin);

      var history = scene.judge();

      assertThat(history.events().stream().filter(each -> each.kind() == Kind.NOT_SIGNED_IN))
          .extracting(Event::text)
          .isEmpty();
    }
  }
}
