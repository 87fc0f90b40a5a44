package im.monarch.runtime.connection;

/** When a signed-in client counts as idle. */
public enum Idleness {
  /** It says nothing. For clients that have something to say all the time, if only PNG. */
  SILENT,
  /** It says nothing and is told nothing. For clients that may well only listen. */
  UNUSED
}
