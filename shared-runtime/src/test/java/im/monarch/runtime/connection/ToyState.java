package im.monarch.runtime.connection;

/** What a toy conversation remembers. */
record ToyState(String heard, boolean isSettled, boolean isEnded) implements ConversationState {

  static final ToyState OPENING = new ToyState("", false, false);

  ToyState after(String word) {
    return new ToyState(heard.isEmpty() ? word : heard + ',' + word, isSettled, isEnded);
  }

  ToyState settled() {
    return new ToyState(heard, true, isEnded);
  }

  ToyState ended() {
    return new ToyState(heard, isSettled, true);
  }
}
