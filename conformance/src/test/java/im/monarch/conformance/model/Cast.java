package im.monarch.conformance.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who takes part, by one-letter names.
 *
 * @param place what makes the handles of this play its own
 * @param players those who sign in
 */
record Cast(String place, List<String> players) {

  /** Has an account and never signs in. */
  static final String ABSENT = "x";

  /** Has no account. */
  static final String GHOST = "g";

  private static final char HANDLE = '@';

  Cast {
    players = List.copyOf(players);
  }

  static Cast of(String place, int players) {
    return new Cast(
        place,
        IntStream.range(0, players).mapToObj(i -> String.valueOf((char) ('a' + i))).toList());
  }

  String handle(String name) {
    return name + HANDLE + place + ".example.com";
  }

  String name(String handle) {
    return handle.substring(0, handle.indexOf(HANDLE));
  }

  /** {@code @b} as the handle of b, any other word as it stands. */
  String spelled(String word) {
    return word.length() == 2 && word.charAt(0) == HANDLE ? handle(word.substring(1)) : word;
  }
}
