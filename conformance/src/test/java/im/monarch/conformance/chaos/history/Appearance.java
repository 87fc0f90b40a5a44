package im.monarch.conformance.chaos.history;

import java.util.Optional;

/**
 * How somebody appears.
 *
 * @param status {@code NLN}, {@code BSY} and so on
 * @param mark the client id, which no two changes have in common
 */
record Appearance(String status, String mark) {

  private static final String HIDDEN = "HDN";

  /** Somebody who is seen. */
  record Sighting(String whom, Appearance appearance) {}

  /** {@code NLN status handle name mark} or {@code ILN 5 status handle name mark}. */
  static Optional<Sighting> seen(Event event) {
    return switch (event.words()[0]) {
      case "NLN" -> Optional.of(sighting(event, 1));
      case "ILN" -> Optional.of(sighting(event, 2));
      default -> Optional.empty();
    };
  }

  private static Sighting sighting(Event event, int first) {
    return new Sighting(
        Command.word(event, first + 1),
        new Appearance(Command.word(event, first), Command.word(event, first + 3)));
  }

  /** {@code CHG 5 status mark}. */
  static Appearance chosen(Command chg) {
    return new Appearance(chg.word(2), chg.word(3));
  }

  boolean visible() {
    return !status.equals(HIDDEN);
  }
}
