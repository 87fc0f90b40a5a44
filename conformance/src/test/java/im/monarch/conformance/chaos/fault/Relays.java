package im.monarch.conformance.chaos.fault;

import im.monarch.conformance.harness.ClusterPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ports of the loopback device for each process, and relays on each way from one to another. The
 * processes know each other by name, and each has a hosts file of its own, by which it is at home
 * itself and all others are at an address where only the relays of its own listen: for each of the
 * others, at that one's ports.
 *
 * <pre>
 * process k --- 127.77.0.k:PORT relay --- 127.0.0.1:PORT process whose port that is
 * </pre>
 */
final class Relays implements Network {

  private static final String HERE = "127.0.0.1";
  private static final String VIEW = "127.77.0.";

  private final List<String> names;
  private final Path hosts;
  private final Map<String, Integer> clusterPorts = new HashMap<>();
  private final Map<String, Integer> busPorts = new HashMap<>();
  private final Map<Way, List<Relay>> relays = new HashMap<>();

  private record Way(String from, String to) {}

  private Relays(List<String> names) throws IOException {
    this.names = List.copyOf(names);
    this.hosts = Files.createTempDirectory("hosts");
  }

  /** Linux has the whole of 127.0.0.0/8, others only its first address. */
  static boolean available() {
    try (var probe = new ServerSocket(0, 0, InetAddress.getByName(VIEW + 1))) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  static Relays open(List<String> names) {
    try {
      var network = new Relays(names);
      try {
        network.build();
        return network;
      } catch (IOException | RuntimeException e) {
        network.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As soon as relays listen at a port, the next one that is free is another. */
  private void build() throws IOException {
    for (var name : names) {
      clusterPorts.put(name, portWithRelays(name));
      busPorts.put(name, portWithRelays(name));
      Files.writeString(hostsOf(name), knownTo(name));
    }
  }

  private int portWithRelays(String to) throws IOException {
    int port = ClusterPorts.free();
    for (var from : names) {
      if (!from.equals(to)) {
        var relay =
            new Relay(
                view(from), port, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        relays.computeIfAbsent(new Way(from, to), way -> new ArrayList<>()).add(relay);
      }
    }
    return port;
  }

  private String knownTo(String name) {
    var others = names.stream().filter(other -> !other.equals(name)).toList();
    return "%s localhost %s%n%s %s%n".formatted(HERE, name, view(name), String.join(" ", others));
  }

  private Path hostsOf(String name) {
    return hosts.resolve(name);
  }

  /** Where one process finds all others. */
  private String view(String name) {
    return VIEW + (1 + names.indexOf(name));
  }

  @Override
  public boolean canBeCut() {
    return true;
  }

  @Override
  public String address(String name) {
    return HERE;
  }

  @Override
  public String clusterHost(String name) {
    return name;
  }

  @Override
  public int clusterPort(String name) {
    return clusterPorts.get(name);
  }

  @Override
  public int busPort(String name) {
    return busPorts.get(name);
  }

  @Override
  public String gateway() {
    return HERE;
  }

  /** The second option lets the bus look into the same file as everything else. */
  @Override
  public List<String> wrapper(String name) {
    return List.of(
        "env",
        "JDK_JAVA_OPTIONS=-Djdk.net.hosts.file=%s -Dvertx.disableDnsResolver=true"
            .formatted(hostsOf(name).toAbsolutePath()));
  }

  @Override
  public void cut(List<String> oneSide, List<String> otherSide) {
    for (var one : oneSide) {
      for (var other : otherSide) {
        relays.get(new Way(one, other)).forEach(Relay::cut);
        relays.get(new Way(other, one)).forEach(Relay::cut);
      }
    }
  }

  @Override
  public void heal() {
    relays.values().forEach(way -> way.forEach(Relay::heal));
  }

  @Override
  public void close() {
    try {
      for (var way : relays.values()) {
        for (var relay : way) {
          relay.close();
        }
      }
      for (var name : names) {
        Files.deleteIfExists(hostsOf(name));
      }
      Files.deleteIfExists(hosts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
