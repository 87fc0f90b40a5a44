package im.monarch.conformance.model;

import java.util.List;

/** One thing a person does. People have one-letter names; handles come in when it is said. */
sealed interface Step {

  String who();

  /** Signs in, whether signed in already or not. */
  record SignIn(String who, String dialect) implements Step {
    @Override
    public String toString() {
      return who + " signs in with " + dialect;
    }
  }

  /**
   * Signs out, if signed in.
   *
   * @param politely with OUT; otherwise the connection just closes
   */
  record Leave(String who, boolean politely) implements Step {
    @Override
    public String toString() {
      return who + (politely ? " says OUT" : " vanishes");
    }
  }

  /**
   * Asks for the list, if signed in.
   *
   * @param offset what the client says it has, against the version it should have; {@link #NOTHING}
   *     for a client that has no list
   */
  record Syn(String who, int offset) implements Step {
    static final int NOTHING = Integer.MIN_VALUE;

    @Override
    public String toString() {
      return who + " says SYN " + (offset == NOTHING ? "0" : "version%+d".formatted(offset));
    }
  }

  /**
   * Says anything else, if signed in.
   *
   * @param words without verb and transaction id; a word {@code @b} stands for the handle of b
   */
  record Say(String who, String verb, List<String> words) implements Step {
    public Say {
      words = List.copyOf(words);
    }

    Say(String who, String verb, String... words) {
      this(who, verb, List.of(words));
    }

    @Override
    public String toString() {
      return who + " says " + verb + ' ' + String.join(" ", words);
    }
  }
}
