package im.monarch.runtime.connection;

/** Why a connection is gone; the name is what metrics count. */
public enum Departure {
  /** The conversation came to its end: a good-bye, a refusal that hangs up. */
  ENDED,
  /** The client closed, or the network lost it. */
  LOST,
  /** Nothing was heard for too long. */
  IDLE,
  /** Not signed in within the deadline. */
  TOO_LATE,
  /** The client does not read what it is sent. */
  SLOW_READER,
  /** More news wait than are held for one client: a turn takes too long, or never ends. */
  OVERWHELMED,
  /** Bytes that cannot be cut into commands. */
  MALFORMED,
  /** Something broke on our side. */
  FAULT
}
