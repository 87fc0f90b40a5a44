package im.monarch.conformance.chaos;

import java.time.Duration;

/** How much is broken: little for every change, more with {@code -Pchaos}. */
final class Faults {

  /** How long what breaks stays broken. */
  static final Duration LASTING = Duration.ofSeconds(Integer.getInteger("chaos.seconds", 15));

  /** How often what can be repeated is. */
  static final int ROUNDS = Integer.getInteger("chaos.rounds", 1);

  /** How long people do things before and after. */
  static final Duration WARM = Duration.ofSeconds(3);

  private Faults() {}
}
