package im.monarch.switchboard.room;

import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.Participant;

/** What a member of a session hears from it, in the order in which it happened. */
public sealed interface SbNews {

  /** Somebody came in. */
  record Arrived(Participant participant) implements SbNews {}

  /**
   * Somebody left.
   *
   * @param idle whether they had been idle for too long
   */
  record Departed(Handle handle, boolean idle) implements SbNews {}

  /**
   * Somebody said something.
   *
   * @param line as it goes over the wire, shared by all who hear it
   */
  record Said(Payload line) implements SbNews {}

  /** The member itself has left, and this is the last it hears. */
  record Left() implements SbNews {}
}
