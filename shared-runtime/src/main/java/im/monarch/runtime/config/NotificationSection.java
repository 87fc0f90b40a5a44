package im.monarch.runtime.config;

import im.monarch.domain.limits.Rate;
import im.monarch.protocol.dialect.Dialects;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.reception.Reception.VerReply;
import java.time.Duration;
import java.util.Optional;

/**
 * The notification server.
 *
 * @param advertise what XFR calls this server; the bound address when absent, its port when 0
 * @param dialects offered; always with CVR0
 * @param ping what QNG tells clients to wait before the next PNG
 * @param signInTimeout from connecting to being signed in
 * @param idleTimeout without a byte from a signed-in client
 * @param maxQueuedBytes written but not read by the client; more cuts it off
 * @param maxSessions signed-in users of this process; handoffs beyond are declined
 * @param signIns how many it takes on
 * @param renamesPerMinute changes of their own name one user may make
 * @param switchboardsPerMinute conversations one user may begin
 * @param shields what GCF gives to clients of MSNP11 and later, XML
 * @param onePort whether dispatch and switchboard of this process listen here instead of elsewhere
 * @param instances of the verticle, each on an event loop
 */
public record NotificationSection(
    HostPort listen,
    Optional<HostPort> advertise,
    Dialects dialects,
    VerReply verReply,
    Duration ping,
    Duration signInTimeout,
    Duration idleTimeout,
    int maxQueuedBytes,
    int maxSessions,
    SignIns signIns,
    int renamesPerMinute,
    int switchboardsPerMinute,
    String shields,
    boolean onePort,
    int instances) {

  /**
   * How many sign-ins a process takes on.
   *
   * @param rate of those that begin
   * @param maxWaiting under way at once, from USR I to USR OK
   */
  public record SignIns(Rate rate, int maxWaiting) {}

  /** The address to name to clients once {@code bound} is known. */
  public HostPort advertised(HostPort bound) {
    return Advertised.of(advertise, bound);
  }
}
