package im.monarch.conformance.stage;

import im.monarch.conformance.transcript.WireText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;

/** One client's connection: says lines, hears lines, knows nothing about what they mean. */
final class Connection implements AutoCloseable {

  /** What a server sends with a payload; the last word is its length (protocol notes, 1.4). */
  private static final Set<String> WITH_PAYLOAD = Set.of("MSG", "NOT", "IPG", "UBX", "GCF");

  private static final int LONGEST_PAYLOAD = 65_536;
  private static final int CONNECT_MILLIS = 5_000;

  private final Socket socket;
  private final InputStream in;
  private final int patience;

  /**
   * @param patience milliseconds without a byte after which the server counts as silent
   */
  Connection(InetSocketAddress address, int patience) throws IOException {
    this.patience = patience;
    socket = new Socket();
    socket.connect(address, CONNECT_MILLIS);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(patience);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** A server that has hung up is not an error here: what it said is still to be heard. */
  void send(String wire, boolean bytewise) {
    var bytes = WireText.bytes(wire);
    try {
      var out = socket.getOutputStream();
      if (bytewise) {
        for (byte each : bytes) {
          out.write(each);
        }
      } else {
        out.write(bytes);
      }
    } catch (IOException hungUp) {
      // The next line of the transcript says whether that was expected.
    }
  }

  Heard hear() {
    var line = new ByteArrayOutputStream();
    try {
      int next = in.read();
      while (next >= 0 && next != '\n') {
        line.write(next);
        next = in.read();
      }
      var text = WireText.of(line.toByteArray());
      if (next < 0) {
        return text.isEmpty() ? new Heard.Closed() : new Heard.Broken(text);
      }
      return text.endsWith("\r")
          ? withPayload(text.substring(0, text.length() - 1))
          : new Heard.Broken(text + "\n");
    } catch (SocketTimeoutException e) {
      return line.size() == 0
          ? new Heard.Silence(patience)
          : new Heard.Broken(WireText.of(line.toByteArray()));
    } catch (IOException reset) {
      return new Heard.Closed();
    }
  }

  private Heard withPayload(String line) throws IOException {
    var words = line.split(" ", -1);
    if (!WITH_PAYLOAD.contains(words[0])) {
      return new Heard.Line(line, Optional.empty());
    }
    var last = words[words.length - 1];
    int length = last.matches("[0-9]{1,5}") ? Integer.parseInt(last) : -1;
    if (length < 0 || length > LONGEST_PAYLOAD) {
      return new Heard.Broken(line);
    }
    var payload = WireText.of(in.readNBytes(length));
    return payload.length() == length
        ? new Heard.Line(line, Optional.of(payload))
        : new Heard.Broken(line + "\r\n" + payload);
  }

  /** Waits until there is something to hear, without hearing it. */
  boolean waitForMore() {
    try {
      in.mark(1);
      int next = in.read();
      in.reset();
      return next >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The client has said its last word. */
  void sayNothingMore() {
    try {
      socket.shutdownOutput();
    } catch (IOException gone) {
      // As with send: what the server did is heard later.
    }
  }

  /** The connection is reset: the client's machine lost power, so to say. */
  void vanish() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  String localAddress() {
    return socket.getLocalAddress().getHostAddress();
  }

  int localPort() {
    return socket.getLocalPort();
  }

  /** Leaves, and waits until the server has noticed: the next transcript finds it idle. */
  @Override
  public void close() throws IOException {
    if (!socket.isClosed()) {
      sayNothingMore();
      while (hear() instanceof Heard.Line) {
        // Farewells, and news about the others who leave.
      }
      socket.close();
    }
  }
}
