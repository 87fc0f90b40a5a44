package im.monarch.conformance.chaos;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much is broken. The short form is for every change, in minutes; the full one, {@code
 * -Pchaos}, takes most of an hour. Each number can be given by itself: {@code -Dchaos.races=10000}.
 */
final class Faults {

  static final boolean FULL = Boolean.getBoolean("chaos.full");

  private static final Map<String, String> NUMBERS = new LinkedHashMap<>();

  /** In a crowd that does a bit of everything. */
  static final int PEOPLE = number("people", 30, 60);

  /** How long a process may work without the database having seen it. */
  static final Duration LEASE = seconds("lease", 6, 10);

  /** Of one process, and as often of a switchboard. */
  static final int KILLS = number("kills", 1, 3);

  /** Crowds for whom everything goes at once, the database too; twice for each. */
  static final int BLACKOUTS = number("blackouts", 1, 3);

  static final int STOPS = number("stops", 1, 2);

  /** Twice as long as processes take to miss one: whoever else goes then has no reason to. */
  static final Duration STOPPED = seconds("stopped", 25, 90);

  /** Of which nobody knows beforehand who is cut off. */
  static final int PARTITIONS = number("partitions", 1, 8);

  static final Duration PARTED = seconds("parted", 15, 20);
  static final Duration OUTAGE = seconds("outage", 15, 60);
  static final Duration SLOWNESS = seconds("slowness", 15, 120);

  /** Crowds that put each other on lists, or block each other, as fast as they can; how long. */
  static final int QUARRELS = number("quarrels", 1, 2);

  static final Duration QUARREL = seconds("quarrel", 8, 40);

  /** In which one account signs in from several places. */
  static final int RACES = number("races", 10, 150);

  /** How long people do things before and after. */
  static final Duration WARM = Duration.ofSeconds(3);

  private Faults() {}

  private static int number(String name, int little, int full) {
    int number = Integer.getInteger("chaos." + name, FULL ? full : little);
    NUMBERS.put(name, String.valueOf(number));
    return number;
  }

  private static Duration seconds(String name, int little, int full) {
    int seconds = Integer.getInteger("chaos." + name, FULL ? full : little);
    NUMBERS.put(name, seconds + " s");
    return Duration.ofSeconds(seconds);
  }

  /** All of them, for whoever reads what came of it. */
  static Map<String, String> numbers() {
    return Collections.unmodifiableMap(NUMBERS);
  }
}
