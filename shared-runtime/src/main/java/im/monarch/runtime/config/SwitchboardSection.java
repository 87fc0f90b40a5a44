package im.monarch.runtime.config;

import im.monarch.protocol.vocabulary.HostPort;
import java.time.Duration;
import java.util.Optional;

/**
 * The switchboard server.
 *
 * @param advertise what XFR and RNG call this server; the bound address when absent, its port when
 *     0
 * @param keyLifetime from XFR or RNG to showing the key
 * @param maxMembers of one session, those invited included
 * @param maxSessions sessions of this process; requests for more are declined
 * @param failedCallsPerMinute people one member may invite in vain
 * @param limits what one client may do
 * @param instances of the verticle, each on an event loop
 */
public record SwitchboardSection(
    HostPort listen,
    Optional<HostPort> advertise,
    Duration keyLifetime,
    int maxMembers,
    int maxSessions,
    int failedCallsPerMinute,
    Limits limits,
    int instances) {

  /**
   * What one client may do.
   *
   * @param signInTimeout from connecting to showing a key
   * @param idleTimeout without saying or hearing anything
   * @param maxQueuedBytes written but not read by the client; more cuts it off
   * @param messagesPerSecond read from the client; more waits
   * @param bytesPerSecond read from the client; more waits
   */
  public record Limits(
      Duration signInTimeout,
      Duration idleTimeout,
      int maxQueuedBytes,
      int messagesPerSecond,
      int bytesPerSecond) {}

  /** The address to name to clients once {@code bound} is known. */
  public HostPort advertised(HostPort bound) {
    return Advertised.of(advertise, bound);
  }
}
