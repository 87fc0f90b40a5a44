package im.monarch.passport.http;

import java.time.Duration;

/**
 * Bounds on what strangers may cost.
 *
 * @param headBytes request line and headers together
 * @param bodyBytes the body
 * @param patience for the whole request to arrive, then for a page to answer, then for the client
 *     to take the answer: each time anew
 * @param connections at once, over all listeners and instances of one process
 * @param connectionsPerAddress at once from one network address
 */
public record HttpLimits(
    int headBytes, int bodyBytes, Duration patience, int connections, int connectionsPerAddress) {

  private static final int MIN_HEAD = 1_024;
  private static final Duration MAX_PATIENCE = Duration.ofHours(1);

  public static final HttpLimits DEFAULT =
      new HttpLimits(16_384, 65_536, Duration.ofSeconds(15), 1_000, 100);

  public HttpLimits {
    atLeast(MIN_HEAD, "headBytes", headBytes);
    atLeast(0, "bodyBytes", bodyBytes);
    atLeast(1, "connections", connections);
    atLeast(1, "connectionsPerAddress", connectionsPerAddress);
    if (patience.toMillis() < 1 || patience.compareTo(MAX_PATIENCE) > 0) {
      throw new IllegalArgumentException(
          "patience: " + patience + " (expected: > 0, at most " + MAX_PATIENCE + ")");
    }
  }

  private static void atLeast(int least, String name, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + least + " or more)");
    }
  }
}
