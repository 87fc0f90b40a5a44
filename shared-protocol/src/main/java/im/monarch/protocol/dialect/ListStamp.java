package im.monarch.protocol.dialect;

import im.monarch.protocol.vocabulary.ListVersion;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/**
 * A list version as MSNP10 and later write it: a timestamp, which clients keep as it is and send
 * with the next SYN. It is no time of day but the version in disguise, so it changes exactly when
 * something stored changes, whoever signs in with what dialect.
 */
final class ListStamp {

  /** What a client has that has nothing, or something that is not from here. */
  private static final ListVersion NOTHING = new ListVersion(0);

  private static final LocalDateTime ORIGIN = LocalDateTime.of(1999, 7, 22, 0, 0);

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'.0000000-07:00'")
          .withResolverStyle(ResolverStyle.STRICT);

  private ListStamp() {}

  /** One second for each version: {@code 1999-07-22T00:00:15.0000000-07:00}. */
  static String of(ListVersion version) {
    return FORM.format(ORIGIN.plusSeconds(version.number()));
  }

  /** The version behind {@code word}; 0, which is nobody's, where it is not one of ours. */
  static ListVersion parse(String word) {
    try {
      long seconds = ORIGIN.until(LocalDateTime.parse(word, FORM), ChronoUnit.SECONDS);
      return new ListVersion(seconds);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return NOTHING;
    }
  }

  /** What a client has that sends {@code lists} and {@code settings}: ours are always the same. */
  static ListVersion known(String lists, String settings) {
    return lists.equals(settings) ? parse(lists) : NOTHING;
  }
}
