package im.monarch.switchboard.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.domain.switchboards.Invitation;
import im.monarch.protocol.vocabulary.HostPort;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** A client with a socket. What it hears comes line by line, a MSG with its payload. */
public final class Caller implements Closeable {

  private static final int PATIENCE = 20_000;
  private static final int SMALL = 4_096;

  private final Socket socket;
  private final InputStream in;

  private Caller(Socket socket, HostPort server) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE);
    socket.connect(new InetSocketAddress(server.host(), server.port()));
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  public static Caller connect(HostPort server) throws IOException {
    return new Caller(new Socket(), server);
  }

  /** One whose system holds little for it that it has not read. */
  public static Caller withSmallBuffer(HostPort server) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(SMALL);
    return new Caller(socket, server);
  }

  /** Says {@code text}; a line end is added unless there is one. */
  public Caller says(String text) throws IOException {
    return sends((text.contains("\r\n") ? text : text + "\r\n").getBytes(UTF_8));
  }

  public Caller sends(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** {@code MSG} with a payload. */
  public Caller says(int trId, char letter, String payload) throws IOException {
    return says(
        "MSG " + trId + ' ' + letter + ' ' + payload.getBytes(UTF_8).length + "\r\n" + payload);
  }

  /** The next line, without its end; behind it, after a line end, a payload. */
  public String hears() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = next(); b != '\n'; b = next()) {
      line.write(b);
    }
    var text = line.toString(UTF_8).strip();
    if (!text.startsWith("MSG ")) {
      return text;
    }
    int length = Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
    var payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("within a message");
    }
    return text + "\r\n" + new String(payload, ISO_8859_1);
  }

  private int next() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException();
    }
    return b;
  }

  /** Everything up to {@code last}. */
  public List<String> hearsUntil(String last) throws IOException {
    var lines = new ArrayList<String>();
    do {
      lines.add(hears());
    } while (!lines.getLast().equals(last));
    return lines;
  }

  /** Everything until the server hangs up. */
  public List<String> hearsUntilTheEnd() throws IOException {
    var lines = new ArrayList<String>();
    try {
      while (true) {
        lines.add(hears());
      }
    } catch (EOFException end) {
      return lines;
    }
  }

  /** Everything until the connection is lost. */
  public List<String> hearsUntilTheLoss() throws IOException {
    var lines = new ArrayList<String>();
    try {
      while (true) {
        lines.add(hears());
      }
    } catch (EOFException | SocketException end) {
      return lines;
    }
  }

  /** Enters with an invitation. */
  public Caller answers(Invitation invitation) throws IOException {
    return says(
        "ANS 1 %s %s %s"
            .formatted(invitation.callee(), invitation.key().text(), invitation.session()));
  }

  /** Closes without a word, and without reading what is there: a reset. */
  public void breaks() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
