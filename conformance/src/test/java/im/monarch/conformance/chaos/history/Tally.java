package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Event.Kind;

/**
 * How much happened, so that nobody mistakes an empty history for a good one.
 *
 * @param pairs pairs whose presence was compared at the last moment
 */
public record Tally(
    long signIns, long notSignedIn, long edits, long messages, long lists, long pairs) {

  /** Counts. */
  public static Tally of(History history) {
    long compared =
        history.events().stream()
            .filter(event -> event.kind() == Kind.MARK && event.text().equals(Views.COMPARE))
            .mapToLong(Event::at)
            .reduce(0, (earlier, later) -> later);
    return new Tally(
        history.sessions().size(),
        history.count(Kind.NOT_SIGNED_IN),
        new Edits(history).acknowledged() - history.count(Kind.GIVEN),
        Conversations.acknowledged(history),
        InverseLists.last(history).size(),
        Views.now(history.until(compared)).pairs());
  }

  @Override
  public String toString() {
    return ("%d sign-ins, %d attempts in vain, %d acknowledged edits, %d acknowledged messages,"
            + " %d lists read at the end, %d pairs compared")
        .formatted(signIns, notSignedIn, edits, messages, lists, pairs);
  }
}
