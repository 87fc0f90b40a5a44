package im.monarch.runtime.config;

import im.monarch.protocol.dialect.Dialects;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.reception.Reception.VerReply;
import java.util.Optional;

/**
 * The dispatch server.
 *
 * @param advertise what XFR calls this server; the bound address when absent, its port when 0
 * @param dialects offered; always with CVR0
 * @param instances of the verticle, each on an event loop
 */
public record DispatchSection(
    HostPort listen,
    Optional<HostPort> advertise,
    Dialects dialects,
    VerReply verReply,
    int instances) {

  /** The address to name to clients once {@code bound} is known. */
  public HostPort advertised(HostPort bound) {
    return Advertised.of(advertise, bound);
  }
}
