package im.monarch.notification.node;

/** What a client hears that has come to a node and named itself. */
public sealed interface Entry {

  /**
   * It may sign in.
   *
   * @param place to be left when it has, or never will
   */
  record Welcome(Place place) implements Entry {}

  /** Not now: more sign-ins than the node can bear. */
  record Busy() implements Entry {}

  /** Not here: the node is full, or about to stop. */
  record Elsewhere() implements Entry {}
}
