package im.monarch.deploy.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.vocabulary.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Asks pages of Passport, one connection for each, and shows what is said. */
final class Https {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Dialogue dialogue;
  private final Pattern secret;

  /** What came back: the status line and the headers, and what follows the blank line. */
  record Answer(List<String> head, String body) {

    Answer {
      head = List.copyOf(head);
    }

    static Answer of(String text) {
      int end = text.indexOf("\r\n\r\n");
      return end < 0
          ? new Answer(text.lines().toList(), "")
          : new Answer(text.substring(0, end).lines().toList(), text.substring(end + 4));
    }

    String status() {
      return head.getFirst();
    }

    /** Empty without one. */
    String header(String name) {
      return head.stream()
          .filter(line -> line.startsWith(name + ':'))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  /**
   * @param secret what is not to be shown of answers: its first group
   */
  Https(Dialogue dialogue, Pattern secret) {
    this.dialogue = dialogue;
    this.secret = secret;
  }

  /**
   * One request.
   *
   * @param head the request line and the headers
   * @param body shown line by line; perhaps empty
   */
  Answer ask(String step, HostPort server, List<String> head, String body) throws ProbeFailure {
    try (var socket = connect(server)) {
      head.forEach(dialogue::client);
      show(body);
      var request = String.join("\r\n", head) + "\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(UTF_8));
      var text = new String(socket.getInputStream().readAllBytes(), UTF_8);
      secret.matcher(text).results().forEach(found -> dialogue.keepSecret(found.group(1)));
      var answer = Answer.of(text);
      if (answer.head().isEmpty()) {
        throw new IOException("nothing came");
      }
      answer.head().forEach(dialogue::server);
      show(answer.body());
      return answer;
    } catch (IOException e) {
      throw new ProbeFailure(
          "no answer from " + step + " at " + server + ": " + e.getMessage(),
          "does Passport run, and does passport.https name this address?");
    }
  }

  /** XML in one line is shown with a line for each element. */
  private void show(String body) {
    body.replaceAll("(</[^>]+>|/>|\\?>)(?=<[^/])", "$1\n").lines().forEach(dialogue::payload);
  }

  private SSLSocket connect(HostPort server) throws IOException {
    var plain = new Socket();
    plain.connect(new InetSocketAddress(server.host(), server.port()), (int) PATIENCE.toMillis());
    plain.setSoTimeout((int) PATIENCE.toMillis());
    var watcher = new CertificateWatcher(dialogue);
    var secure =
        (SSLSocket)
            context(watcher)
                .getSocketFactory()
                .createSocket(plain, server.host(), server.port(), true);
    secure.startHandshake();
    return secure;
  }

  private static SSLContext context(TrustManager trust) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }
}
