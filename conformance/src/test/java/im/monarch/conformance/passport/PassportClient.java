package im.monarch.conformance.passport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the Nexus where to sign in, signs in there and brings back the ticket. */
public final class PassportClient {

  private static final Pattern LOGIN = Pattern.compile("DALogin=([^,]*),");
  private static final Pattern TICKET = Pattern.compile("from-PP='([^']*)'");
  private static final String OK = "HTTP/1.1 200 OK";
  private static final String FOUND = "HTTP/1.1 302 Found";
  private static final int MOST_REDIRECTS = 3;

  private final InetSocketAddress http;
  private final InetSocketAddress https;

  public PassportClient(InetSocketAddress http, InetSocketAddress https) {
    this.http = http;
    this.https = https;
  }

  HttpReply plain(String request) {
    try {
      return RawHttp.plain(http, request);
    } catch (IOException e) {
      throw new UncheckedIOException(request.lines().findFirst().orElse(""), e);
    }
  }

  HttpReply tls(String request) {
    try {
      return RawHttp.tls(https, request);
    } catch (IOException e) {
      throw new UncheckedIOException(request.lines().findFirst().orElse(""), e);
    }
  }

  /**
   * The text between the quotes of from-PP, as a client puts it into USR.
   *
   * @throws IllegalStateException when Passport refuses
   */
  public String ticket(String handle, String password, String challenge) {
    var place = placeToSignIn();
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      var reply = tls(loginRequest(place, handle, password, challenge));
      if (!reply.statusLine().equals(FOUND)) {
        return ticket(reply);
      }
      place = URI.create(reply.header("Location").orElseThrow());
    }
    throw new IllegalStateException("redirected more than " + MOST_REDIRECTS + " times");
  }

  private URI placeToSignIn() {
    var reply = tls("GET /rdr/pprdr.asp HTTP/1.1\r\nHost: nexus.passport.com\r\n\r\n");
    var urls = reply.header("PassportURLs").orElseThrow();
    return URI.create("https://" + found(LOGIN.matcher(urls), urls));
  }

  static String loginRequest(URI place, String handle, String password, String challenge) {
    return "GET "
        + place.getRawPath()
        + (place.getRawQuery() == null ? "" : '?' + place.getRawQuery())
        + " HTTP/1.1\r\nAuthorization: Passport1.4 OrgVerb=GET,"
        + "OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in="
        + percent(handle)
        + ",pwd="
        + percent(password)
        + ','
        + challenge
        + "\r\nUser-Agent: MSMSGS\r\nHost: "
        + place.getHost()
        + "\r\nConnection: Keep-Alive\r\nCache-Control: no-cache\r\n\r\n";
  }

  private static String ticket(HttpReply reply) {
    if (!reply.statusLine().equals(OK)) {
      throw new IllegalStateException("Passport says " + reply.statusLine());
    }
    var authentication = reply.header("Authentication-Info").orElseThrow();
    return found(TICKET.matcher(authentication), authentication);
  }

  private static String found(Matcher matcher, String text) {
    if (!matcher.find()) {
      throw new IllegalStateException("no " + matcher.pattern() + " in " + text);
    }
    return matcher.group(1);
  }

  /** Everything but letters and digits escaped: what no server can misread. */
  static String percent(String text) {
    var escaped = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (each > 0 && Character.isLetterOrDigit(each)) {
        escaped.append((char) each);
      } else {
        escaped.append("%%%02X".formatted(each));
      }
    }
    return escaped.toString();
  }
}
