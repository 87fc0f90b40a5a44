package im.monarch.domain.switchboards;

/** What comes of an invitation. */
public sealed interface RingAnswer {

  /** The client of {@code callee} was told. */
  record Rung(Guest callee) implements RingAnswer {}

  /**
   * It was not, and that is all the caller may know: offline, hidden, blocking and no such account
   * are one.
   */
  record NotReachable() implements RingAnswer {}
}
