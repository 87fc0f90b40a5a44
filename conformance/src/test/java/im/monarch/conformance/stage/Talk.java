package im.monarch.conformance.stage;

import im.monarch.conformance.stage.Expectation.Verdict;
import im.monarch.conformance.transcript.Place;
import java.io.IOException;
import java.util.Map;

/** One connection in one performance: remembers how far it got. */
final class Talk {

  private static final String BARRIER = "PNG";

  /** What another connection set off may still be on its way when the first answer comes. */
  private static final int BARRIERS = 3;

  private static final String BARRIER_ANSWER = "QNG( \\d+)?";
  private static final String SIGNED_IN = "USR \\d+ OK .*";

  private final String name;
  private final Connection connection;
  private final Dialogue dialogue;
  private Place last;
  private boolean signedIn;
  private boolean over;

  Talk(String name, Connection connection, Dialogue dialogue, Place opened) {
    this.name = name;
    this.connection = connection;
    this.dialogue = dialogue;
    this.last = opened;
  }

  Connection connection() {
    return connection;
  }

  void send(Place place, String wire, boolean bytewise) {
    last = place;
    dialogue.note(name, "C:", wire);
    connection.send(wire, bytewise);
  }

  Heard hear(Place place) {
    last = place;
    var heard = connection.hear();
    if (heard instanceof Heard.Line line) {
      dialogue.note(name, "S:", line.text() + line.payload().map(p -> "\r\n" + p).orElse(""));
      signedIn |= name.endsWith("@ns") && line.text().matches(SIGNED_IN);
    }
    over |= heard instanceof Heard.Closed;
    return heard;
  }

  /** Hears one line and learns what its holes took. */
  void hear(Expectation expectation) {
    switch (expectation.check(hear(expectation.hears().place()))) {
      case Verdict.Fits(Map<String, String> learnt) -> expectation.holes().values().putAll(learnt);
      case Verdict.Differs(Mismatch mismatch) -> throw mismatch;
    }
  }

  void hearClose(Place place) {
    var heard = hear(place);
    if (!(heard instanceof Heard.Closed)) {
      throw Mismatch.at(place, "the server to hang up", heard.shown());
    }
  }

  /** Proved by a question whose answer must come next, never by waiting. */
  void hearNothingMore(Place place) {
    for (int i = 0; i < BARRIERS; i++) {
      connection.send(BARRIER + "\r\n", false);
      var heard = connection.hear();
      if (!(heard instanceof Heard.Line line && line.text().matches(BARRIER_ANSWER))) {
        throw Mismatch.at(place, "nothing more", heard.shown());
      }
    }
  }

  void waitForMore(Place place) {
    last = place;
    if (!connection.waitForMore()) {
      throw Mismatch.at(place, "something to hear", "nothing");
    }
  }

  void sayNothingMore(Place place) {
    last = place;
    signedIn = false; // no barrier can be sent any more
    connection.sayNothingMore();
  }

  void vanish() throws IOException {
    over = true;
    connection.vanish();
  }

  /** The transcript is over: what the server has said beyond it is one line too many. */
  void finish() {
    if (over) {
      return;
    }
    if (signedIn) {
      hearNothingMore(last);
      return;
    }
    connection.sayNothingMore();
    var heard = connection.hear();
    if (!(heard instanceof Heard.Closed)) {
      throw Mismatch.at(last, "nothing more", heard.shown());
    }
  }

  void close() throws IOException {
    connection.close();
  }
}
