package im.monarch.conformance.chaos.fault;

import java.util.List;

/** The network between the processes of one server. */
public interface Network extends AutoCloseable {

  /**
   * A network of namespaces where this machine allows them, else one of relays, else the bare
   * loopback device. {@code -Dchaos.loopback=true} does without namespaces.
   */
  static Network open(List<String> names) {
    if (!Boolean.getBoolean("chaos.loopback") && Namespaces.available()) {
      return Namespaces.open(names);
    }
    return Relays.available() ? Relays.open(names) : new Loopback(names);
  }

  /** Whether processes can be kept from reaching each other. */
  boolean canBeCut();

  /** The address of a process, for everybody who is not one. */
  String address(String name);

  /** The name or address that other processes have for it. */
  String clusterHost(String name);

  /** The port at which it is a member of the cluster. */
  int clusterPort(String name);

  /** The port of its bus. */
  int busPort(String name);

  /** The address under which processes reach the machine that tests run on. */
  String gateway();

  /** The command that runs another one as that process of the network. */
  List<String> wrapper(String name);

  /**
   * From now on nothing passes between the two sides, in neither direction and without a word to
   * anybody.
   */
  void cut(List<String> oneSide, List<String> otherSide);

  /** Everything passes again. */
  void heal();

  @Override
  void close();
}
