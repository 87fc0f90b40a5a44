package im.monarch.conformance.chaos.fault;

import im.monarch.conformance.harness.ClusterPorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A port of the loopback device for each process; nothing can be cut. */
final class Loopback implements Network {

  private static final String HERE = "127.0.0.1";

  private final Map<String, Integer> ports = new LinkedHashMap<>();

  Loopback(List<String> names) {
    names.forEach(name -> ports.put(name, ClusterPorts.free()));
  }

  @Override
  public boolean canBeCut() {
    return false;
  }

  @Override
  public String address(String name) {
    return HERE;
  }

  @Override
  public String clusterHost(String name) {
    return HERE;
  }

  @Override
  public int clusterPort(String name) {
    return ports.get(name);
  }

  /** Any free one. */
  @Override
  public int busPort(String name) {
    return 0;
  }

  @Override
  public String gateway() {
    return HERE;
  }

  @Override
  public List<String> wrapper(String name) {
    return List.of();
  }

  @Override
  public void cut(List<String> oneSide, List<String> otherSide) {
    throw new IllegalStateException("nothing can be cut on this machine");
  }

  @Override
  public void heal() {
    // Nothing is ever cut.
  }

  @Override
  public void close() {
    // Nothing was made.
  }
}
