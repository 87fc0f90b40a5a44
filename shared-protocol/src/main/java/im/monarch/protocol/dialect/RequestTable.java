package im.monarch.protocol.dialect;

import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.vocabulary.TrId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The requests of one dialect, verb by verb. Immutable; a revision is a changed copy.
 *
 * @param <R> the requests of one kind of server
 */
public final class RequestTable<R> {

  /** Reads the words of one verb. */
  @FunctionalInterface
  interface Grammar<R> {
    R read(Args args) throws ArgumentException;
  }

  private final Map<String, Grammar<? extends R>> grammars;

  private RequestTable(Map<String, Grammar<? extends R>> grammars) {
    this.grammars = Map.copyOf(grammars);
  }

  static <R> RequestTable<R> empty() {
    return new RequestTable<>(Map.of());
  }

  /** Adds {@code verb}, or changes how it is read. */
  RequestTable<R> with(String verb, Grammar<? extends R> grammar) {
    var revised = new HashMap<>(grammars);
    revised.put(verb, grammar);
    return new RequestTable<>(revised);
  }

  /** Drops {@code verb}; dropping what was never there is a mistake in a dialect's file. */
  RequestTable<R> without(String verb) {
    var revised = new HashMap<>(grammars);
    if (revised.remove(verb) == null) {
      throw new IllegalStateException("no " + verb + " to drop");
    }
    return new RequestTable<>(revised);
  }

  /** Everything in {@code other} as well. */
  RequestTable<R> including(RequestTable<? extends R> other) {
    var revised = new HashMap<>(grammars);
    revised.putAll(other.grammars);
    return new RequestTable<>(revised);
  }

  /** Nothing but {@code verbs}. */
  RequestTable<R> only(Set<String> verbs) {
    var kept = new HashMap<>(grammars);
    kept.keySet().retainAll(verbs);
    return new RequestTable<>(kept);
  }

  /** The verbs of this dialect, in alphabetical order. */
  public Set<String> verbs() {
    return new TreeSet<>(grammars.keySet());
  }

  /** Never throws for bad input: a refusal is an answer, not an accident. */
  public Reading<R> read(Frame frame) {
    var grammar = grammars.get(frame.verb());
    if (grammar == null) {
      return new Reading.Foreign<>("unknown command");
    }
    try {
      return new Reading.Understood<>(grammar.read(new Args(frame)));
    } catch (ArgumentException e) {
      return refusal(frame, e);
    }
  }

  private static <R> Reading<R> refusal(Frame frame, ArgumentException e) {
    if (e.code().isEmpty()) {
      return new Reading.Foreign<>(e.getMessage());
    }
    // Grammars read the transaction id first, so a refusal with a number always has one.
    var trId = TrId.parse(frame.words().getFirst());
    return e.stays()
        ? new Reading.Refused<>(trId, e.code().get())
        : new Reading.Dismissed<>(trId, e.code().get());
  }
}
