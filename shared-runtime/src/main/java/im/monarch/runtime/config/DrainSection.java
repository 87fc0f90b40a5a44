package im.monarch.runtime.config;

import java.time.Duration;

/**
 * How a process ends that people still use.
 *
 * @param within until everybody has left, in a cluster
 * @param usersPerSecond sent elsewhere, if that is fast enough
 * @param noticeMinutes between telling users and sending the first one away; 0 for not telling them
 * @param refer whether users are told where to go on
 */
public record DrainSection(Duration within, int usersPerSecond, int noticeMinutes, boolean refer) {

  /** Where nobody stays for longer than a few questions and answers. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  /** For a process that is alone: users have nowhere to go that they could overrun. */
  private static final Duration ALONE = Duration.ofSeconds(5);

  /** For the servers that people come to for moments only. */
  public Duration lastWords() {
    return within.compareTo(LAST_WORDS) < 0 ? within : LAST_WORDS;
  }

  /** The same for a process that is not one of several. */
  public DrainSection alone() {
    return new DrainSection(
        within.compareTo(ALONE) < 0 ? within : ALONE, usersPerSecond, noticeMinutes, refer);
  }
}
