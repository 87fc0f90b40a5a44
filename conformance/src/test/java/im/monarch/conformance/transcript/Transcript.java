package im.monarch.conformance.transcript;

import java.util.List;
import java.util.Optional;

/**
 * A scripted conversation between people's clients and the server.
 *
 * @param name file and, after {@code each}, the variation: {@code presence/states.txt [BSY]}
 * @param sources which document says that it goes like this
 * @param server JSON that goes over the configuration of the server, if it needs another one
 * @param bytewise whether clients send each byte in a write of its own
 */
public record Transcript(
    String name,
    List<String> sources,
    Optional<String> server,
    boolean bytewise,
    List<Statement> statements) {

  public Transcript {
    sources = List.copyOf(sources);
    statements = List.copyOf(statements);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException(name + ": no '# source:' line says why it goes like this");
    }
  }

  /** The same with each byte of a client in a write of its own. */
  public Transcript byteByByte() {
    return new Transcript(name + " byte by byte", sources, server, true, statements);
  }
}
