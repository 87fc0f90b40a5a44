package im.monarch.conformance.client;

import im.monarch.conformance.transcript.WireText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** One connection of a client. Lines are wire text; payloads are read and dropped. */
public final class Client implements AutoCloseable {

  /** Heard when the server has hung up. */
  public static final String HANG_UP = "(hangs up)";

  /** Heard when there was nothing to hear for as long as anybody would wait. */
  public static final String SILENCE = "(says nothing)";

  private static final int PATIENCE = Integer.getInteger("monarch.patience", 5_000);
  private static final String BARRIER = "PNG\r\n";
  private static final List<String> WITH_PAYLOAD = List.of("MSG ", "UBX ");

  private final Socket socket = new Socket();
  private final InputStream in;

  public Client(InetSocketAddress server) throws IOException {
    socket.connect(server, PATIENCE);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Says a line; that the server has hung up is heard later. */
  public void say(String line) {
    send(line + "\r\n");
  }

  private void send(String wire) {
    try {
      socket.getOutputStream().write(WireText.bytes(wire));
    } catch (IOException hungUp) {
      // The next hear() says so.
    }
  }

  /** The next line, {@link #HANG_UP} or {@link #SILENCE}. */
  public String hear() {
    var line = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          return HANG_UP;
        }
        line.write(next);
      }
      return withoutPayload(WireText.of(line.toByteArray()).stripTrailing());
    } catch (SocketTimeoutException e) {
      return SILENCE;
    } catch (IOException reset) {
      return HANG_UP;
    }
  }

  private String withoutPayload(String line) throws IOException {
    if (WITH_PAYLOAD.stream().anyMatch(line::startsWith)) {
      in.skipNBytes(Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)));
    }
    return line;
  }

  /**
   * Everything the server has to say by now: asks for a sign of life and listens until it comes. A
   * hang-up or silence is the last thing heard.
   */
  public List<String> hearOut() {
    send(BARRIER);
    var heard = new ArrayList<String>();
    while (true) {
      var line = hear();
      if (line.equals("QNG") || line.startsWith("QNG ")) {
        return heard;
      }
      heard.add(line);
      if (line.equals(HANG_UP) || line.equals(SILENCE)) {
        return heard;
      }
    }
  }

  /** Everything up to the hang-up, and that. */
  public List<String> hearToTheEnd() {
    var heard = new ArrayList<String>();
    do {
      heard.add(hear());
    } while (!heard.getLast().equals(HANG_UP) && !heard.getLast().equals(SILENCE));
    return heard;
  }

  /** The connection is reset. */
  public void vanish() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
