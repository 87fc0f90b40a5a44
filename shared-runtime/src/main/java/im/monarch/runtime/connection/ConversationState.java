package im.monarch.runtime.connection;

/** Where a conversation stands; each server has its own sealed set. */
public interface ConversationState {

  /** Whether everything has been said: what still arrives is dropped, and the connection closed. */
  boolean isEnded();

  /**
   * Whether the client has signed in: before, it has a deadline; after, it may only not fall idle.
   */
  boolean isSettled();
}
