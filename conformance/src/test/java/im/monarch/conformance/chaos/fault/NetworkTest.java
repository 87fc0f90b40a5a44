package im.monarch.conformance.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {

  /** Connections that nothing stops take a few milliseconds. */
  private static final int ARRIVAL_MILLIS = 1_000;

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
  void processesReachEachOtherByNameOverRelays() throws IOException {
    try (var network = relays()) {
      assertThat(portsReached(network, "a", "b")).isEqualTo(2);
    }
  }

  @Test
  void whoIsCutOffReachesNobodyOverRelaysAndOthersStillDo() throws IOException {
    try (var network = relays()) {
      network.cut(List.of("a"), List.of("b"));

      assertThat(portsReached(network, "a", "b")).isZero();
      assertThat(portsReached(network, "b", "a")).isZero();
      assertThat(portsReached(network, "a", "c")).isEqualTo(2);
      assertThat(portsReached(network, "c", "b")).isEqualTo(2);
    }
  }

  @Test
  void whoWasCutOffReachesOthersOverRelaysAgain() throws IOException {
    try (var network = relays()) {
      network.cut(List.of("a"), List.of("b", "c"));
      network.heal();

      assertThat(portsReached(network, "a", "b")).isEqualTo(2);
      assertThat(portsReached(network, "c", "a")).isEqualTo(2);
    }
  }

  private static Relays relays() {
    assumeTrue(Relays.available(), "no loopback addresses for relays on this machine");
    return Relays.open(List.of("a", "b", "c"));
  }

  /** At how many of its ports a process hears of another one that dials them by its name. */
  private static int portsReached(Relays network, String from, String to) throws IOException {
    try (var member = listen(network.clusterPort(to));
        var bus = listen(network.busPort(to))) {
      var words = new ArrayList<>(network.wrapper(from));
      words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
      words.addAll(List.of("-cp", System.getProperty("java.class.path"), Dial.class.getName()));
      words.addAll(List.of(network.clusterHost(to), port(member), port(bus)));
      Command.run(words.toArray(String[]::new));
      return arrivals(member) + arrivals(bus);
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
  }

  private static String port(ServerSocket server) {
    return Integer.toString(server.getLocalPort());
  }

  private static int arrivals(ServerSocket server) throws IOException {
    server.setSoTimeout(ARRIVAL_MILLIS);
    try (var arrived = server.accept()) {
      return arrived.isConnected() ? 1 : 0;
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  /** A process that connects to each port of a host, and ends. */
  static final class Dial {

    private Dial() {}

    /** The host, and ports. */
    public static void main(String[] words) throws IOException {
      for (var port : List.of(words).subList(1, words.length)) {
        new Socket(InetAddress.getByName(words[0]), Integer.parseInt(port)).close();
      }
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
