package im.monarch.runtime.config;

import java.time.Duration;
import java.util.List;

/**
 * How this process finds the others.
 *
 * @param enabled whether there are others
 * @param name processes with another name are another cluster
 * @param host the address of this machine that the others can reach
 * @param members machines to look for the others on: addresses, with or without a port
 * @param port the first to try; the next free one above it is taken
 * @param lease how long others wait for a notification node that fell silent
 */
public record ClusterSection(
    boolean enabled, String name, String host, List<String> members, int port, Duration lease) {

  public ClusterSection {
    members = List.copyOf(members);
    if (enabled && members.isEmpty()) {
      throw new IllegalArgumentException("members: [] (expected: at least one address)");
    }
  }
}
