package im.monarch.conformance.chaos;

import java.time.Duration;

/**
 * What is promised to be over in a given time. These are promises to people, several times as long
 * as what is seen: not a measure of how fast anything is.
 */
final class Limits {

  /** From quiet until everybody sees what is true. */
  static final Duration PRESENCE = Duration.ofSeconds(5);

  /** From the end of a partition until all processes know each other again. */
  static final Duration MERGE = Duration.ofSeconds(30);

  /** From the end of a process until contacts see those go who have not come back. */
  static final Duration SEEN_TO_GO = Duration.ofSeconds(15);

  /** From any fault's begin, or its end where nobody can get in before, until all are back. */
  static final Duration BACK = Duration.ofSeconds(60);

  /** From the start of a process until dispatch sends people there. */
  static final Duration USED = Duration.ofSeconds(2);

  /** From the end of a switchboard until those who talked there know. */
  static final Duration TOLD = Duration.ofSeconds(5);

  /** From a sign-in elsewhere until the former session is not served any more. */
  static final Duration TAKEN_OVER = Duration.ofSeconds(5);

  private Limits() {}
}
