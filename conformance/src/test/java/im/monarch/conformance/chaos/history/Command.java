package im.monarch.conformance.chaos.history;

import java.util.Optional;

/**
 * Something a client has said, and what it was answered.
 *
 * @param answer a line of the same verb and number, or a refusal with that number
 */
record Command(Event event, Optional<Event> answer) {

  private static final int REFUSAL_DIGITS = 3;

  long said() {
    return event.at();
  }

  boolean answered() {
    return answer.isPresent();
  }

  String verb() {
    return event.words()[0];
  }

  /** A word, from 0; empty if there are fewer. */
  String word(int index) {
    return word(event, index);
  }

  /** A word of the answer; empty if there is none. */
  String answered(int index) {
    return answer.map(event -> word(event, index)).orElse("");
  }

  /** Answered, and not by a refusal. */
  boolean acknowledged() {
    return answered() && !refused();
  }

  boolean refused() {
    return isRefusal(answered(0));
  }

  static boolean isRefusal(String verb) {
    return verb.length() == REFUSAL_DIGITS && verb.chars().allMatch(Character::isDigit);
  }

  static String word(Event event, int index) {
    var words = event.words();
    return index < words.length ? words[index] : "";
  }
}
