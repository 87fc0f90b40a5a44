package im.monarch.conformance.robustness;

import im.monarch.conformance.transcript.WireText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Random;

/** A client that says all it has to say, then listens until the server hangs up. */
final class Visit implements AutoCloseable {

  /** Far more than an honest answer takes; a server that is still silent then is stuck. */
  private static final int PATIENCE = 20_000;

  private static final int MOST_PIECES = 4;

  private static final int USUAL_RECEIVE_BUFFER = 65_536;

  private final Socket socket = new Socket();
  private final InputStream in;

  Visit(InetSocketAddress server) throws IOException {
    this(server, USUAL_RECEIVE_BUFFER);
  }

  /**
   * @param receiveBuffer bytes that the network takes for a client that does not read
   */
  Visit(InetSocketAddress server, int receiveBuffer) throws IOException {
    socket.setReceiveBufferSize(receiveBuffer);
    socket.setSoTimeout(PATIENCE);
    socket.connect(server, PATIENCE);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * @param wire what the client says, in a few pieces
   * @return what the server said; cut short where it hung up on a client that was still talking
   * @throws AssertionError when the server neither answers nor hangs up
   */
  String sayAllAndListen(String wire, Random random) throws IOException {
    try {
      var bytes = WireText.bytes(wire);
      int pieces = 1 + random.nextInt(MOST_PIECES);
      for (int i = 0; i < pieces; i++) {
        int from = (int) ((long) bytes.length * i / pieces);
        int to = (int) ((long) bytes.length * (i + 1) / pieces);
        socket.getOutputStream().write(bytes, from, to - from);
      }
      socket.shutdownOutput();
    } catch (IOException hungUpEarly) {
      return "";
    }
    try {
      return WireText.of(in.readAllBytes());
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the server does not hang up on '" + WireText.show(wire) + "'", e);
    } catch (IOException reset) {
      return "";
    }
  }

  void say(String wire) throws IOException {
    socket.getOutputStream().write(WireText.bytes(wire));
  }

  /** The next line without its ending; empty when there is none any more. */
  String hearLine() throws IOException {
    var line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    return WireText.of(line.toByteArray()).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
