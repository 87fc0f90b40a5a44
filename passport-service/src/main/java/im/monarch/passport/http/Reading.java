package im.monarch.passport.http;

/** How far a request has come. */
sealed interface Reading {

  /** More has to arrive. */
  record Incomplete() implements Reading {}

  /** The head is there; the client sends the body when it is told to. */
  record AwaitsContinue() implements Reading {}

  record Complete(HttpRequest request) implements Reading {}

  /**
   * Not a request, or too much of one.
   *
   * @param reason for the log
   */
  record Refused(Status status, String reason) implements Reading {}
}
