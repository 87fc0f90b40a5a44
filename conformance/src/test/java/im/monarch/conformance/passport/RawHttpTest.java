package im.monarch.conformance.passport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client must notice what a server that only modern clients can read does wrong. */
class RawHttpTest {

  private static final String REQUEST = "GET / HTTP/1.1\r\n\r\n";
  private static final String REPLY = "HTTP/1.1 200 OK\r\nPassportURLs: a\r\n\r\nbody";
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;
  private static SSLContext context;

  @BeforeAll
  static void makeCertificate() throws Exception {
    var file = folder.resolve("keys.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-alias",
                "a",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start()
            .waitFor();
    assertThat(made).isZero();
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
  }

  @Test
  void keepsHeadersAsTheyWereSent() throws IOException {
    var reply = exchange(true);

    assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(reply.header("PassportURLs")).contains("a");
    assertThat(reply.header("passporturls")).isEmpty();
    assertThat(reply.body()).isEqualTo("body");
  }

  @Test
  void anEndWithoutCloseNotifyIsAnError() {
    assertThatThrownBy(() -> exchange(false)).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsNoReplyIsRefused() {
    assertThatThrownBy(() -> HttpReply.parse("HTTP/1.1 200 OK\r\n"))
        .hasMessageContaining("no HTTP reply");
  }

  private static HttpReply exchange(boolean politely) throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> answer(listener, politely));
      return RawHttp.tls((InetSocketAddress) listener.getLocalSocketAddress(), REQUEST);
    }
  }

  private static void answer(ServerSocket listener, boolean politely) {
    try (var plain = listener.accept()) {
      var factory = context.getSocketFactory();
      var tls = (SSLSocket) factory.createSocket(plain, null, plain.getPort(), false);
      tls.setUseClientMode(false);
      tls.getInputStream().readNBytes(REQUEST.length());
      tls.getOutputStream().write(REPLY.getBytes(US_ASCII));
      if (politely) {
        tls.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
