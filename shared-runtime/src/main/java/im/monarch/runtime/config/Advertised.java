package im.monarch.runtime.config;

import im.monarch.protocol.vocabulary.HostPort;
import java.util.Optional;

/** What clients are told where a server listens. */
final class Advertised {

  private Advertised() {}

  static HostPort of(Optional<HostPort> configured, HostPort bound) {
    return configured
        .map(address -> address.port() == 0 ? new HostPort(address.host(), bound.port()) : address)
        .orElse(bound);
  }
}
