package im.monarch.runtime.connection;

import java.time.Duration;

/**
 * How patient a server is with one client.
 *
 * @param signIn from connecting to being signed in
 * @param idle without a byte from a signed-in client
 * @param queuedBytes written but not read by the client; more cuts it off
 */
public record ConnectionLimits(Duration signIn, Duration idle, int queuedBytes) {

  public ConnectionLimits {
    if (!signIn.isPositive() || !idle.isPositive() || queuedBytes <= 0) {
      throw new IllegalArgumentException("connection limits: expected durations and bytes above 0");
    }
  }
}
