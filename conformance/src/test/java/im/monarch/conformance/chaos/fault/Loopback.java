package im.monarch.conformance.chaos.fault;

import java.util.List;

/** An address of the loopback device for each process; nothing can be cut. */
final class Loopback implements Network {

  private static final String PREFIX = "127.0.77.";

  private final List<String> names;

  Loopback(List<String> names) {
    this.names = List.copyOf(names);
  }

  @Override
  public boolean canBeCut() {
    return false;
  }

  @Override
  public String address(String name) {
    return PREFIX + (1 + names.indexOf(name));
  }

  @Override
  public String gateway() {
    return "127.0.0.1";
  }

  @Override
  public List<String> wrapper(String name) {
    return List.of();
  }

  @Override
  public void cut(List<String> oneSide, List<String> otherSide) {
    throw new IllegalStateException("this machine has no network namespaces to cut");
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
