package im.monarch.passport.rst;

import java.time.Duration;

/**
 * A token as it is handed out.
 *
 * @param number that of the request it answers
 * @param token with {@code t=} and {@code p=}, or the bytes of a key
 * @param lifetime what the client is told
 */
record Grant(int number, String address, Kind kind, String token, Duration lifetime) {

  /** How it is wrapped, by the policy it was asked for with. */
  enum Kind {
    /** What a client could ask for more tokens with, instead of the password. */
    KEY,
    /** For a service that has challenges of its own: {@code ?...}. */
    TICKET,
    /** {@code MBI}, {@code MBI_SSL}. */
    COMPACT,
    /** {@code MBI_KEY}, {@code MBI_KEY_OLD}: with a secret beside it. */
    COMPACT_WITH_SECRET
  }

  @Override
  public String toString() {
    return "Grant[" + number + ", " + address + ", " + kind + ']';
  }
}
