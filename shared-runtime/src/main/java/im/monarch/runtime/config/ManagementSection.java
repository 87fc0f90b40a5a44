package im.monarch.runtime.config;

import im.monarch.protocol.vocabulary.HostPort;
import java.util.Optional;

/**
 * Health and administration.
 *
 * @param adminToken what the admin API asks for; made and kept in a file when absent
 */
public record ManagementSection(HostPort listen, Optional<String> adminToken) {

  @Override
  public String toString() {
    return "ManagementSection[listen=" + listen + ", adminToken=***]";
  }
}
