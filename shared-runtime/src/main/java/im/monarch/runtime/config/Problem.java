package im.monarch.runtime.config;

import java.util.Optional;

/**
 * Something wrong with a configuration, as it is printed.
 *
 * @param key path of the value, {@code notification.pingSeconds}
 * @param value as it was written; {@code ***} for a secret
 * @param expectation what would have been right, or what to do
 * @param origin where the value came from, unless it was the file
 */
public record Problem(String key, String value, String expectation, Optional<String> origin) {

  Problem(String key, String value, String expectation) {
    this(key, value, expectation, Optional.empty());
  }

  /** What a constructor in section {@code name} said: {@code key: value (expected: ...)}. */
  static Problem ofMessage(String section, String message) {
    int colon = message.indexOf(": ");
    int bracket = message.indexOf(" (", Math.max(colon, 0));
    return colon > 0 && bracket > colon && message.endsWith(")")
        ? new Problem(
            section + '.' + message.substring(0, colon),
            message.substring(colon + 2, bracket),
            message.substring(bracket + 2, message.length() - 1))
        : new Problem(section, "not usable", message);
  }

  Problem from(Optional<String> place) {
    return new Problem(key, value, expectation, place);
  }

  @Override
  public String toString() {
    return key
        + ": "
        + value
        + " ("
        + expectation
        + ')'
        + origin.map(o -> ", from " + o).orElse("");
  }
}
