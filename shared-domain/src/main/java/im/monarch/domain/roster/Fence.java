package im.monarch.domain.roster;

/** Keeps an edit out that comes from a session which is over without knowing it. */
public sealed interface Fence {

  /** For edits that come from no session, and for a service whose sessions share one memory. */
  Fence NONE = new None();

  /** Every edit passes. */
  record None() implements Fence {}

  /**
   * Passes while the session is the account's and its node may serve.
   *
   * @param epoch of the session's claim
   */
  record Session(long epoch) implements Fence {}
}
