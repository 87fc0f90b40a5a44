package im.monarch.domain.tickets;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The tickets without a challenge that this process has taken, until they end by themselves. Safe
 * to share. Few are here at a time: each has cost somebody a password check within the last moment.
 */
final class SpentTickets {

  /** When each ends, in seconds of the epoch, by its serial. */
  private final ConcurrentMap<String, Long> ends = new ConcurrentHashMap<>();

  private final int most;

  /**
   * @param most to be remembered at a time
   */
  SpentTickets(int most) {
    this.most = most;
  }

  /** Whether it was not spent before; when there is no room to remember it, it counts as spent. */
  boolean spend(String serial, long end, Instant now) {
    ends.values().removeIf(each -> each < now.getEpochSecond());
    return ends.size() < most && ends.putIfAbsent(serial, end) == null;
  }
}
