package im.monarch.dispatch;

import im.monarch.protocol.dialect.Dialect;
import im.monarch.protocol.dialect.Opening;
import im.monarch.runtime.connection.ConversationState;

/**
 * Where a conversation with a dispatch server stands.
 *
 * <pre>
 *  AwaitingVersion --VER--> Versioned --USR I, CVQ--> Ended
 *         '------ OUT, nothing in common ---------------^
 * </pre>
 */
sealed interface DsState extends ConversationState {

  /** The dialect both sides speak from here on. */
  Dialect dialect();

  /** A dispatch server never signs anybody in: every client has to be gone by the deadline. */
  @Override
  default boolean isSettled() {
    return false;
  }

  @Override
  default boolean isEnded() {
    return false;
  }

  /** Connected; nothing said yet. */
  record AwaitingVersion() implements DsState {
    @Override
    public Dialect dialect() {
      return Opening.DIALECT;
    }
  }

  /** A dialect is agreed on, CVR0 included. */
  record Versioned(Dialect dialect) implements DsState {}

  /** Sent on, or sent away. */
  record Ended(Dialect dialect) implements DsState {
    @Override
    public boolean isEnded() {
      return true;
    }
  }
}
