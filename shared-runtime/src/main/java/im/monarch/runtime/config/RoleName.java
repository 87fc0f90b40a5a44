package im.monarch.runtime.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a process can run, in the order in which start lines name it. */
public enum RoleName {
  DISPATCH,
  NOTIFICATION,
  SWITCHBOARD,
  PASSPORT;

  /** The word in {@code --roles}, in a configuration file and in start lines. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RoleName> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** All words, for messages: {@code dispatch, notification, switchboard, passport}. */
  public static String words() {
    return Arrays.stream(values()).map(RoleName::word).collect(Collectors.joining(", "));
  }
}
