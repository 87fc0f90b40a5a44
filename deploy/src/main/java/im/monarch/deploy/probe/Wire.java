package im.monarch.deploy.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.vocabulary.HostPort;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** One connection to a Messenger server. */
final class Wire implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MAX_LINE = 16_384;

  private final Socket socket;
  private final InputStream in;
  private final Dialogue dialogue;

  private Wire(Socket socket, Dialogue dialogue) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.dialogue = dialogue;
  }

  /**
   * @param key of the configuration that says where the server listens
   */
  static Wire connect(String server, HostPort address, String key, Dialogue dialogue)
      throws ProbeFailure {
    dialogue.step(server, address.toString());
    var socket = new Socket();
    try {
      int patience = (int) PATIENCE.toMillis();
      socket.connect(new InetSocketAddress(address.host(), address.port()), patience);
      socket.setSoTimeout(patience);
      return new Wire(socket, dialogue);
    } catch (IOException e) {
      throw new ProbeFailure(
          "no connection to " + server + " at " + address + ": " + e.getMessage(),
          "does the server run, and does " + key + " name this address? Is a firewall between?");
    }
  }

  void say(String line) throws ProbeFailure {
    dialogue.client(line);
    try {
      socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw new ProbeFailure("the connection broke: " + e.getMessage(), "the log of the server");
    }
  }

  /** The next line; MSG with the payload behind it. */
  Line hear() throws ProbeFailure {
    try {
      var line = Line.of(readLine());
      dialogue.server(line.toString());
      if (line.verb().equals("MSG")) {
        showPayload(Integer.parseInt(line.words().getLast()));
      }
      return line;
    } catch (SocketTimeoutException e) {
      throw new ProbeFailure(
          "no answer within " + PATIENCE.toSeconds() + " s", "the log of the server");
    } catch (IOException | NumberFormatException e) {
      throw new ProbeFailure(
          "nothing to be understood: " + e.getMessage(), "the log of the server");
    }
  }

  /** Hears the server out, until it hangs up. */
  void hearOut() throws ProbeFailure {
    try {
      in.mark(1);
      while (in.read() >= 0) {
        in.reset();
        hear();
        in.mark(1);
      }
    } catch (SocketTimeoutException e) {
      throw new ProbeFailure(
          "the server does not hang up within " + PATIENCE.toSeconds() + " s",
          "the log of the server");
    } catch (IOException e) {
      dialogue.note("the connection ended with: " + e.getMessage());
    }
  }

  private String readLine() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the server hung up");
      }
      if (line.size() > MAX_LINE) {
        throw new IOException("a line without end");
      }
      line.write(b);
    }
    return line.toString(UTF_8).stripTrailing();
  }

  private void showPayload(int length) throws IOException {
    var payload = new String(in.readNBytes(length), UTF_8);
    for (var line : payload.split("\r\n", -1)) {
      if (line.startsWith("MSPAuth: ")) {
        dialogue.keepSecret(line.substring("MSPAuth: ".length()));
      }
      dialogue.payload(line);
    }
  }

  @Override
  public void close() throws ProbeFailure {
    try {
      socket.close();
    } catch (IOException e) {
      throw new ProbeFailure("the connection does not close: " + e.getMessage(), "this machine");
    }
  }
}
