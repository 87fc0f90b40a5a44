package im.monarch.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How this process finds the others.
 *
 * @param enabled whether there are others
 * @param name processes with another name are another cluster
 * @param host the address of this machine that the others can reach
 * @param members machines to look for the others on: addresses, with or without a port
 * @param port the first to try; the next free one above it is taken
 * @param busPort the one of the bus; 0 is any free one
 * @param lease how long others wait for a notification node that fell silent
 * @param kubernetes name of the headless service that lists the others; then {@code members} do not
 *     count
 * @param tls how the bus is encrypted, if it is
 */
public record ClusterSection(
    boolean enabled,
    String name,
    String host,
    List<String> members,
    int port,
    int busPort,
    Duration lease,
    Optional<String> kubernetes,
    Optional<Tls> tls,
    Upkeep upkeep) {

  /**
   * PEM files.
   *
   * @param trusted whose certificates the others may show
   */
  public record Tls(Path certificate, Path key, Path trusted) {}

  /**
   * How the cluster keeps right.
   *
   * @param grace how long the people of a node that died may take to come back unnoticed
   * @param repair how often each session is compared with the directory
   * @param silence how long the bus may not reach a node before something is done about it
   * @param heartbeat how long a member that cannot be reached counts as one
   * @param merge how long after it was cut off a part looks for the rest, and how often
   * @param backups how many members hold a copy of what one holds
   */
  public record Upkeep(
      Duration grace,
      Duration repair,
      Duration silence,
      Duration heartbeat,
      Duration merge,
      int backups) {}

  public ClusterSection {
    members = List.copyOf(members);
    if (enabled && members.isEmpty() && kubernetes.isEmpty()) {
      throw new IllegalArgumentException("members: [] (expected: at least one address)");
    }
  }
}
