package im.monarch.runtime.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A plain blocking client; whatever takes longer than ten seconds fails the test. */
final class ToyClient implements AutoCloseable {

  private static final int PATIENCE = 10_000;

  private final Socket socket = new Socket();
  private final InputStream in;

  ToyClient(int port, int receiveBuffer) throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
    in = new BufferedInputStream(socket.getInputStream());
  }

  ToyClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    return this;
  }

  /** The next line, without its ending. */
  String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("closed after '" + line + "'");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  String ask(String text) throws IOException {
    return send(text + "\r\n").line();
  }

  /** Everything until the server closes in order; a reset fails. */
  List<String> rest() throws IOException {
    var text = new String(in.readAllBytes(), UTF_8);
    return text.isEmpty() ? List.of() : new ArrayList<>(List.of(text.split("\r\n")));
  }

  /** Whether the server still answers. */
  boolean isAnswered(String text) {
    try {
      ask(text);
      return true;
    } catch (IOException cutOff) {
      return false;
    }
  }

  /** What arrives at once. */
  String segment() throws IOException {
    var bytes = new byte[65_536];
    int count = socket.getInputStream().read(bytes);
    return new String(bytes, 0, count, UTF_8);
  }

  /** Waits until the server has closed or reset the connection. */
  void awaitEnd() {
    try {
      in.readAllBytes();
    } catch (SocketTimeoutException e) {
      throw new AssertionError("still open", e);
    } catch (IOException reset) {
      return; // cut off: as much an end as any other
    }
  }

  /** Whether the server no longer takes {@code text}. */
  boolean isCutOff(String text) {
    try {
      send(text);
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** Vanishes without a good-bye. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
