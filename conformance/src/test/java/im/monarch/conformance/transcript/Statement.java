package im.monarch.conformance.transcript;

import java.util.List;
import java.util.Optional;

/**
 * One thing that happens in a transcript. A connection is named {@code actor@name}, {@code
 * alice@ns}; texts are wire text whose holes are still open.
 */
public sealed interface Statement {

  Place place();

  /** {@code given ...}: brought about through the administration API. */
  record Arrange(Place place, Fact fact) implements Statement {}

  /**
   * {@code alice opens ns}, {@code alice opens sb {address} as sb2}.
   *
   * @param server {@code ds}, {@code ns} or {@code sb}
   * @param address {@code host:port} to dial instead of the server's own
   */
  record Opens(Place place, String connection, String server, Optional<String> address)
      implements Statement {}

  /** {@code C: ...}: a line and perhaps a payload. */
  record Says(Place place, String connection, String text, Payload payload) implements Statement {}

  /** {@code C raw: ...}: exactly these bytes, no line ending added. */
  record SendsRaw(Place place, String connection, String text) implements Statement {}

  /** {@code S: ...}: the next line of the server, and its payload. */
  record Hears(Place place, String connection, String text, Payload payload) implements Statement {}

  /** {@code S closes}: the server hangs up, and has said nothing before. */
  record HearsClose(Place place, String connection) implements Statement {}

  /** {@code C closes}: the client has nothing more to say; it goes on listening. */
  record Closes(Place place, String connection) implements Statement {}

  /** {@code C vanishes}: the connection is reset. */
  record Vanishes(Place place, String connection) implements Statement {}

  /** {@code alice@ns hears nothing more}. */
  record HearsNothingMore(Place place, String connection) implements Statement {}

  /** {@code C waits for S}: something has arrived; what it is, the next {@code S:} line says. */
  record WaitsForMore(Place place, String connection) implements Statement {}

  /** {@code any order} and braces: all of these, on each connection in any order. */
  record AnyOrder(Place place, List<Hears> lines) implements Statement {
    public AnyOrder {
      lines = List.copyOf(lines);
    }
  }

  /** A macro, played with variables of its own. */
  record Scene(Place place, List<Statement> statements) implements Statement {
    public Scene {
      statements = List.copyOf(statements);
    }
  }
}
