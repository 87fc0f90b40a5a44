package im.monarch.conformance.chaos.crowd;

import im.monarch.conformance.chaos.history.Event.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A conversation of two whose every step a test decides. */
public final class Conversation implements AutoCloseable {

  private static final AtomicInteger SAID = new AtomicInteger();

  private final Wire caller;
  private final Wire callee;

  private Conversation(Wire caller, Wire callee) {
    this.caller = caller;
    this.callee = callee;
  }

  /**
   * Begins it.
   *
   * @param session of the caller
   * @param ringing waits for the RNG line that the callee hears
   */
  public static Conversation begin(
      Person.Place place, Wire session, String from, String to, Supplier<String> ringing) {
    var xfr = words(session.ask("XFR", "SB"));
    var caller = dial(place, from, xfr[3]);
    words(caller.ask("USR", from + ' ' + xfr[5]));
    words(caller.ask("CAL", to));
    var rng = ringing.get().split(" ", -1);
    var callee = dial(place, to, rng[2]);
    words(callee.ask("ANS", to + ' ' + rng[4] + ' ' + rng[1]));
    return new Conversation(caller, callee);
  }

  private static String[] words(java.util.Optional<String> answer) {
    return answer.orElseThrow(() -> new IllegalStateException("no answer")).split(" ", -1);
  }

  private static Wire dial(Person.Place place, String who, String address) {
    try {
      var to = place.entrance().at(SignIn.address(address));
      return Wire.dial(place.recorder(), Kind.DIALED_SWITCHBOARD, who, to, line -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The caller says something; whether it was acknowledged. */
  public boolean say() {
    return caller
        .ask("MSG", "A", "word/" + SAID.incrementAndGet())
        .filter(line -> line.startsWith("ACK"))
        .isPresent();
  }

  /** The switchboard. */
  public String node() {
    return caller.node();
  }

  /** Whether both have been hung up on. */
  public boolean over() {
    return !caller.open() && !callee.open();
  }

  @Override
  public void close() {
    if (caller.open()) {
      caller.leave();
    }
    if (callee.open()) {
      callee.leave();
    }
  }
}
