package im.monarch.conformance.harness;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a process may listen for, by the words of its start lines. */
public enum Listener {
  DISPATCH,
  NOTIFICATION,
  SWITCHBOARD,
  PASSPORT_HTTP,
  PASSPORT_HTTPS,
  MANAGEMENT;

  /** {@code passport-http}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Listener> of(String word) {
    return Arrays.stream(values()).filter(listener -> listener.word().equals(word)).findFirst();
  }
}
