package im.monarch.conformance.chaos.history;

/**
 * Something that happened.
 *
 * @param at nanoseconds since the history began; no two events have the same
 * @param connection its number; 0 for what happened to everybody
 * @param who the handle of whose connection it is
 * @param node the process at the other end
 * @param text a line without its end, a payload behind a line feed; or what the event is about
 */
public record Event(long at, int connection, String who, String node, Kind kind, String text) {

  /** What happened. */
  public enum Kind {
    /** A connection to a dispatch server; {@code text} is the address. */
    DIALED_DISPATCH,
    /** A connection to a notification server. */
    DIALED_NOTIFICATION,
    /** A connection to a switchboard. */
    DIALED_SWITCHBOARD,
    /** The client says a line: the moment before it is written. */
    SAID,
    /** The client has read a line. */
    HEARD,
    /** The client closes. */
    LEFT,
    /** The server has closed, or the connection broke. */
    CUT,
    /** True from the beginning, by administration: {@code alice@example.com FL bob@example.com}. */
    GIVEN,
    /** An attempt to sign in has come to nothing; {@code text} says how. */
    NOT_SIGNED_IN,
    /** A fault begins or ends, people are quiet: for whoever reads. */
    MARK
  }

  /** The words of the line. */
  String[] words() {
    return line().split(" ", -1);
  }

  String line() {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  String payload() {
    int end = text.indexOf('\n');
    return end < 0 ? "" : text.substring(end + 1);
  }

  /** {@code 12.345678 #17 alice@example.com n1 SAID PNG}. */
  String shown() {
    return "%12.6f #%d %s %s %s %s"
        .formatted(at / 1e9, connection, who, node, kind, text.replace("\n", " | "));
  }
}
