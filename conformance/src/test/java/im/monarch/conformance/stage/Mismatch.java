package im.monarch.conformance.stage;

import im.monarch.conformance.transcript.Place;
import im.monarch.conformance.transcript.WireText;

/** The server did not do what the transcript says. */
public final class Mismatch extends AssertionError {

  private static final long serialVersionUID = 1L;

  Mismatch(String message) {
    super(message);
  }

  /**
   * @param expected as written
   * @param heard what came instead
   */
  static Mismatch at(Place place, String expected, String heard) {
    return new Mismatch(place + ": expected " + expected + " but heard " + heard);
  }

  static String quoted(String wire) {
    return "'" + WireText.show(wire) + "'";
  }

  /** The same, telling which call of a macro led there. */
  Mismatch calledFrom(Place place) {
    return with(getMessage() + " (called from " + place + ")");
  }

  Mismatch with(String message) {
    var longer = new Mismatch(message);
    longer.setStackTrace(getStackTrace());
    return longer;
  }
}
