package im.monarch.conformance.chaos.fault;

import java.util.List;

/** The network between the processes of one server: each has an address of its own. */
public interface Network extends AutoCloseable {

  /** A network of namespaces where this machine allows them, else the loopback device. */
  static Network open(List<String> names) {
    return Namespaces.available() ? Namespaces.open(names) : new Loopback(names);
  }

  /** Whether processes can be kept from reaching each other. */
  boolean canBeCut();

  /** The address of a process. */
  String address(String name);

  /** The port for the cluster at that address. */
  int clusterPort(String name);

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
