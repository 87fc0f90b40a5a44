package im.monarch.conformance.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.harness.Listener;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Strangers send what makes no sense. */
@ExtendWith(ServersExtension.class)
class RandomBytesIT {

  private static final List<Listener> DOORS =
      List.of(Listener.DISPATCH, Listener.NOTIFICATION, Listener.PASSPORT_HTTP);

  @Test
  void noNoiseBringsTheServerDown(Servers servers) throws Exception {
    var server = servers.get(Topology.SINGLE);

    Swarm.unleash(
        (Random random) -> {
          var door = DOORS.get(random.nextInt(DOORS.size()));
          try (var visit = new Visit(server.address(door))) {
            visit.sayAllAndListen(new Noise(random).next(), random);
          }
        });

    assertThat(server.takeComplaints()).as("complaints in the log").isEmpty();
    Survivor.check(server);
  }
}
