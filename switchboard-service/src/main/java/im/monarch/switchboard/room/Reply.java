package im.monarch.switchboard.room;

/** What a session says to a member who wants to invite somebody. */
public enum Reply {
  /** They are expected from now on: ring, then confirm or withdraw. */
  EXPECTED,
  /** They are in, or invited and on their way. */
  ALREADY_THERE,
  /** There is no room for one more. */
  FULL
}
