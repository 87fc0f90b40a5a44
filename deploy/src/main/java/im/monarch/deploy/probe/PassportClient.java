package im.monarch.deploy.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.vocabulary.HostPort;
import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks the Nexus where to log in, and logs in. */
final class PassportClient {

  private static final Pattern LOGIN = Pattern.compile("DALogin=([^,/]+)(/[^,]*)?,");
  private static final Pattern TICKET = Pattern.compile("from-PP='([^']+)'");
  private static final Pattern LOCATION = Pattern.compile("https://([^/]+)(/.*)?");
  private static final int REDIRECTS = 3;

  private final HostPort https;
  private final Dialogue dialogue;
  private final Https http;

  /** A page: where it is, and what it is called there. */
  private record Page(HostPort server, String host, String path) {}

  /**
   * @param https where the server's own configuration says that Passport listens
   */
  PassportClient(HostPort https, Dialogue dialogue) {
    this.https = https;
    this.dialogue = dialogue;
    this.http = new Https(dialogue, TICKET);
  }

  /** The ticket, {@code t=...&p=...}. */
  String ticket(String handle, String password, String challenge) throws ProbeFailure {
    dialogue.keepSecret(password);
    var page = loginPage();
    for (int i = 0; i < REDIRECTS; i++) {
      var answer = ask("Login", page, authorization(handle, password, challenge));
      if (!answer.status().contains(" 302 ")) {
        return ticket(answer);
      }
      page = page(LOCATION, answer.header("Location"));
    }
    throw new ProbeFailure("redirected again and again", "passport.redirectTo");
  }

  private Page loginPage() throws ProbeFailure {
    var nexus = new Page(https, https.host(), "/rdr/pprdr.asp");
    var answer = ask("Nexus", nexus, List.of());
    if (!answer.status().equals("HTTP/1.1 200 OK")) {
      throw new ProbeFailure(
          "the Nexus answered " + answer.status(), "does passport.https name a Monarch server?");
    }
    return page(LOGIN, answer.header("PassportURLs"));
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

  private static String ticket(Https.Answer answer) throws ProbeFailure {
    var status = answer.status();
    if (status.contains(" 401 ")) {
      throw new ProbeFailure(
          "the login was refused", "is the password right, and is there such an account?");
    }
    var ticket = TICKET.matcher(answer.header("Authentication-Info"));
    if (!status.equals("HTTP/1.1 200 OK") || !ticket.find()) {
      throw new ProbeFailure("the login page answered " + status, "the log of the server");
    }
    return ticket.group(1);
  }

  private Https.Answer ask(String step, Page page, List<String> headers) throws ProbeFailure {
    dialogue.step(step, "https://" + page.server() + page.path());
    var head =
        Stream.concat(
                Stream.of(
                    "GET " + page.path() + " HTTP/1.1",
                    "Host: " + page.host(),
                    "User-Agent: MSMSGS"),
                headers.stream())
            .toList();
    return http.ask(step, page.server(), head, "");
  }
}
