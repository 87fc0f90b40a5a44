package im.monarch.deploy.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.vocabulary.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Asks the Nexus where to log in, and logs in. */
final class PassportClient {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Pattern LOGIN = Pattern.compile("DALogin=([^,/]+)(/[^,]*)?,");
  private static final Pattern TICKET = Pattern.compile("from-PP='([^']+)'");
  private static final Pattern LOCATION = Pattern.compile("https://([^/]+)(/.*)?");
  private static final int REDIRECTS = 3;

  private final HostPort https;
  private final Dialogue dialogue;

  /** A page: where it is, and what it is called there. */
  private record Page(HostPort server, String host, String path) {}

  /**
   * @param https where the server's own configuration says that Passport listens
   */
  PassportClient(HostPort https, Dialogue dialogue) {
    this.https = https;
    this.dialogue = dialogue;
  }

  /** The ticket, {@code t=...&p=...}. */
  String ticket(String handle, String password, String challenge) throws ProbeFailure {
    dialogue.keepSecret(password);
    var page = loginPage();
    for (int i = 0; i < REDIRECTS; i++) {
      var answer = ask("Login", page, authorization(handle, password, challenge));
      if (!answer.getFirst().contains(" 302 ")) {
        return ticket(answer);
      }
      page = page(LOCATION, header(answer, "Location"));
    }
    throw new ProbeFailure("redirected again and again", "passport.redirectTo");
  }

  private Page loginPage() throws ProbeFailure {
    var nexus = new Page(https, https.host(), "/rdr/pprdr.asp");
    var answer = ask("Nexus", nexus, List.of());
    if (!answer.getFirst().equals("HTTP/1.1 200 OK")) {
      throw new ProbeFailure(
          "the Nexus answered " + answer.getFirst(), "does passport.https name a Monarch server?");
    }
    return page(LOGIN, header(answer, "PassportURLs"));
  }

  /** Clients take port 443 for granted; here the listener may have another one. */
  private Page page(Pattern pattern, String text) throws ProbeFailure {
    var found = pattern.matcher(text);
    if (!found.find()) {
      throw new ProbeFailure("no login page in '" + text + "'", "passport.publicHost");
    }
    var host = found.group(1);
    var path = found.group(2) == null ? "/" : found.group(2);
    if (host.contains(":")) {
      return new Page(HostPort.parse(host), host, path);
    }
    dialogue.note("clients go to port 443 of " + host + "; the probe goes to " + https);
    return new Page(https, host, path);
  }

  private List<String> authorization(String handle, String password, String challenge) {
    var secret = URLEncoder.encode(password, UTF_8).replace("+", "%20");
    dialogue.keepSecret(secret);
    return List.of(
        "Authorization: Passport1.4 OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in="
            + URLEncoder.encode(handle, UTF_8)
            + ",pwd="
            + secret
            + ','
            + challenge);
  }

  private String ticket(List<String> answer) throws ProbeFailure {
    var status = answer.getFirst();
    if (status.contains(" 401 ")) {
      throw new ProbeFailure(
          "the login was refused", "is the password right, and is there such an account?");
    }
    var ticket = TICKET.matcher(header(answer, "Authentication-Info"));
    if (!status.equals("HTTP/1.1 200 OK") || !ticket.find()) {
      throw new ProbeFailure("the login page answered " + status, "the log of the server");
    }
    return ticket.group(1);
  }

  private static String header(List<String> answer, String name) {
    return answer.stream()
        .filter(line -> line.startsWith(name + ':'))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /** The status line and the headers. */
  private List<String> ask(String step, Page page, List<String> headers) throws ProbeFailure {
    dialogue.step(step, "https://" + page.server() + page.path());
    try (var socket = connect(page.server())) {
      send(socket, page, headers);
      var text = new String(socket.getInputStream().readAllBytes(), UTF_8);
      var answer = text.lines().takeWhile(line -> !line.isEmpty()).toList();
      if (answer.isEmpty()) {
        throw new IOException("nothing came");
      }
      TICKET.matcher(text).results().forEach(found -> dialogue.keepSecret(found.group(1)));
      answer.forEach(dialogue::server);
      return answer;
    } catch (IOException e) {
      throw new ProbeFailure(
          "no answer from " + step + " at " + page.server() + ": " + e.getMessage(),
          "does Passport run, and does passport.https name this address?");
    }
  }

  private void send(Socket socket, Page page, List<String> headers) throws IOException {
    var request = new StringBuilder();
    for (var line :
        List.of("GET " + page.path() + " HTTP/1.1", "Host: " + page.host(), "User-Agent: MSMSGS")) {
      dialogue.client(line);
      request.append(line).append("\r\n");
    }
    for (var line : headers) {
      dialogue.client(line);
      request.append(line).append("\r\n");
    }
    socket.getOutputStream().write(request.append("\r\n").toString().getBytes(UTF_8));
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
