package im.monarch.passport.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import im.monarch.protocol.vocabulary.HostPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS by hand: the sockets of the JDK do not tell whether the other side said good-bye. */
public final class TlsClient {

  /**
   * What came back.
   *
   * @param saidGoodBye whether close_notify was the end of it
   */
  public record Reply(String text, boolean saidGoodBye) {}

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int ROOM = 1 << 16;

  private final Socket socket;
  private final SSLEngine engine;
  private final ByteBuffer fromNetwork = ByteBuffer.allocate(ROOM).flip();
  private final ByteBuffer toNetwork = ByteBuffer.allocate(ROOM);
  private final ByteBuffer plain = ByteBuffer.allocate(ROOM);
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  private TlsClient(Socket socket, SSLEngine engine) {
    this.socket = socket;
    this.engine = engine;
  }

  /** One request and everything that comes back, from a server that need not be trusted. */
  public static Reply ask(HostPort where, String version, String request)
      throws IOException, GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustsAnybody()}, new SecureRandom());
    var engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {version});
    try (var socket = new Socket(where.host(), where.port())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      var client = new TlsClient(socket, engine);
      client.shakeHands();
      client.send(ByteBuffer.wrap(request.getBytes(ISO_8859_1)));
      return client.hear();
    }
  }

  private void shakeHands() throws IOException {
    engine.beginHandshake();
    while (true) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> engine.getDelegatedTask().run();
        case NEED_WRAP -> send(ByteBuffer.allocate(0));
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          if (!unwrap()) {
            throw new IOException("closed during the handshake");
          }
        }
        case FINISHED, NOT_HANDSHAKING -> {
          return;
        }
      }
    }
  }

  private Reply hear() throws IOException {
    boolean more = true;
    while (more) {
      more = unwrap() && !engine.isInboundDone();
      if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
        engine.getDelegatedTask().run();
      }
    }
    return new Reply(heard.toString(ISO_8859_1), engine.isInboundDone());
  }

  private void send(ByteBuffer content) throws IOException {
    do {
      toNetwork.clear();
      engine.wrap(content, toNetwork);
      socket.getOutputStream().write(toNetwork.array(), 0, toNetwork.position());
    } while (content.hasRemaining());
  }

  /** Takes one record; whether there was one. */
  private boolean unwrap() throws IOException {
    SSLEngineResult result = engine.unwrap(fromNetwork, plain.clear());
    while (result.getStatus() == Status.BUFFER_UNDERFLOW) {
      if (!receive()) {
        return false;
      }
      result = engine.unwrap(fromNetwork, plain.clear());
    }
    heard.write(plain.array(), 0, plain.position());
    return true;
  }

  private boolean receive() throws IOException {
    fromNetwork.compact();
    int count =
        socket
            .getInputStream()
            .read(fromNetwork.array(), fromNetwork.position(), fromNetwork.remaining());
    fromNetwork.position(fromNetwork.position() + Math.max(count, 0)).flip();
    return count >= 0;
  }

  private static final class TrustsAnybody implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
