package im.monarch.conformance.passport;

import im.monarch.conformance.transcript.WireText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** One request on one connection, and everything that comes back until the server closes it. */
final class RawHttp {

  private static final int PATIENCE = 10_000;
  private static final SSLContext TRUSTING = trusting();

  private RawHttp() {}

  static HttpReply plain(InetSocketAddress server, String request) throws IOException {
    try (var socket = new Socket()) {
      connect(socket, server);
      return exchange(socket, request);
    }
  }

  /**
   * @throws IOException also when the server closes the connection without TLS's close_notify
   */
  static HttpReply tls(InetSocketAddress server, String request) throws IOException {
    try (var plain = new Socket()) {
      connect(plain, server);
      try (var socket =
          (SSLSocket)
              TRUSTING
                  .getSocketFactory()
                  .createSocket(plain, server.getHostString(), server.getPort(), true)) {
        return exchange(socket, request);
      }
    }
  }

  private static void connect(Socket socket, InetSocketAddress server) throws IOException {
    socket.setSoTimeout(PATIENCE);
    socket.connect(server, PATIENCE);
  }

  private static HttpReply exchange(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(WireText.bytes(WireText.of(request)));
    socket.getOutputStream().flush();
    return HttpReply.parse(WireText.of(socket.getInputStream().readAllBytes()));
  }

  /** Period clients do not check the certificate against today's authorities either. */
  private static SSLContext trusting() {
    // Read once, when the first TLS socket is made: an abrupt end counts as an error.
    System.setProperty("com.sun.net.ssl.requireCloseNotify", "true");
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustsAnybody()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a Java without TLS", e);
    }
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
