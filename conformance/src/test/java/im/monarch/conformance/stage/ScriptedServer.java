package im.monarch.conformance.stage;

import im.monarch.conformance.transcript.WireText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/**
 * A server of a few canned answers, to find out what the player does when a server is wrong: after
 * each line it hears on a connection it says the next answer.
 */
final class ScriptedServer implements AutoCloseable {

  /** An answer that hangs up instead of saying something. */
  static final String HANG_UP = "hang up";

  private final List<String> answers;
  private final ServerSocket listener;

  ScriptedServer(String... answers) throws IOException {
    this.answers = List.of(answers);
    this.listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::serve);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private void serve() {
    try (listener) {
      while (true) {
        var socket = listener.accept();
        Thread.startVirtualThread(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      for (var answer : answers) {
        if (!heardALine(in) || answer.equals(HANG_UP)) {
          return;
        }
        socket.getOutputStream().write(WireText.bytes(WireText.of(answer)));
      }
      while (heardALine(in)) {
        // Nothing left to say.
      }
    } catch (IOException gone) {
      // So has the client.
    }
  }

  private static boolean heardALine(InputStream in) throws IOException {
    int next = in.read();
    while (next >= 0 && next != '\n') {
      next = in.read();
    }
    return next >= 0;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
