package im.monarch.passport.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import im.monarch.protocol.vocabulary.HostPort;
import java.io.IOException;
import java.net.Socket;

/** Sends bytes and shows bytes. */
public final class RawClient implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 10_000;

  private final Socket socket;

  public RawClient(HostPort where) throws IOException {
    socket = new Socket(where.host(), where.port());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
  }

  /** One request and everything that comes back until the server closes. */
  public static String ask(HostPort where, String request) throws IOException {
    try (var client = new RawClient(where)) {
      client.send(request);
      return client.hear();
    }
  }

  public void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
  }

  /** Each byte in a packet of its own, as far as the network lets it. */
  public void sendSlowly(String bytes) throws IOException {
    for (byte b : bytes.getBytes(ISO_8859_1)) {
      socket.getOutputStream().write(b);
    }
  }

  /** The next bytes, as many as {@code expected} has. */
  public String hear(String expected) throws IOException {
    return new String(socket.getInputStream().readNBytes(expected.length()), ISO_8859_1);
  }

  /** Everything until the server closes the connection. */
  public String hear() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
