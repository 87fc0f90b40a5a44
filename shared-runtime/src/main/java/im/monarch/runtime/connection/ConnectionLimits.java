package im.monarch.runtime.connection;

import java.time.Duration;
import java.util.Optional;

/**
 * How patient a server is with one client.
 *
 * @param signIn from connecting to being signed in
 * @param idle how long a signed-in client may be idle
 * @param idleness what that is
 * @param queuedBytes written but not read by the client; more cuts it off
 * @param pace how much it may say; any amount when absent
 */
public record ConnectionLimits(
    Duration signIn, Duration idle, Idleness idleness, int queuedBytes, Optional<Pace> pace) {

  public ConnectionLimits {
    if (!signIn.isPositive() || !idle.isPositive() || queuedBytes <= 0) {
      throw new IllegalArgumentException("connection limits: expected durations and bytes above 0");
    }
  }

  /** For clients that have to say something now and then, and may say as much as they like. */
  public ConnectionLimits(Duration signIn, Duration idle, int queuedBytes) {
    this(signIn, idle, Idleness.SILENT, queuedBytes, Optional.empty());
  }
}
