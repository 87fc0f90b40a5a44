package im.monarch.conformance.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {

  @Test
  void whoIsCutOffReachesNobodyAndOthersStillDo() {
    assumeTrue(Namespaces.available(), "no network namespaces on this machine");
    try (var network = Namespaces.open(List.of("a", "b", "c"))) {
      assertThat(reaches(network, "a", "b")).isTrue();

      network.cut(List.of("a"), List.of("b"));

      assertThat(reaches(network, "a", "b")).isFalse();
      assertThat(reaches(network, "b", "a")).isFalse();
      assertThat(reaches(network, "a", "c")).isTrue();

      network.heal();

      assertThat(reaches(network, "a", "b")).isTrue();
    }
  }

  @Test
  void theLoopbackDeviceCannotBeCut() {
    var network = new Loopback(List.of("a", "b"));

    assertThat(network.canBeCut()).isFalse();
    assertThatThrownBy(() -> network.cut(List.of("a"), List.of("b")))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Whether packets arrive: nobody listens there, so somebody has to refuse. */
  private static boolean reaches(Network network, String from, String to) {
    var dial =
        "timeout 1 bash -c 'exec 3<>/dev/tcp/%s/9' 2>&1 | grep -q refused"
            .formatted(network.address(to));
    var words = new ArrayList<>(network.wrapper(from));
    words.addAll(List.of("bash", "-c", dial));
    return Command.attempt(words.toArray(String[]::new)).status() == 0;
  }
}
