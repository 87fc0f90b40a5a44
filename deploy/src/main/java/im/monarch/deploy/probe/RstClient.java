package im.monarch.deploy.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.vocabulary.HostPort;
import java.net.URLDecoder;
import java.util.List;
import java.util.regex.Pattern;

/** Signs in over SOAP, as MSN Messenger 7.5 does: these clients know the page by heart. */
final class RstClient {

  private static final String PATH = "/RST.srf";
  private static final Pattern TICKET =
      Pattern.compile("<wsse:BinarySecurityToken Id=\"PPToken1\">([^<]+)</");
  private static final Pattern SECRETS =
      Pattern.compile(
          "<(?:wsse:BinarySecurityToken Id=\"\\w+\"|CipherValue|wst:BinarySecret)>([^<]+)</");
  private static final Pattern REDIRECT =
      Pattern.compile("<psf:redirectUrl>https://([^/<]+)(/[^<]*)</psf:redirectUrl>");
  private static final Pattern STATUS = Pattern.compile("<psf:reqstatus>([^<]*)</");

  private final HostPort https;
  private final Dialogue dialogue;
  private final Https http;

  /**
   * @param https where the server's own configuration says that Passport listens
   */
  RstClient(HostPort https, Dialogue dialogue) {
    this.https = https;
    this.dialogue = dialogue;
    this.http = new Https(dialogue, SECRETS);
  }

  /** The ticket, {@code t=...&p=...}. */
  String ticket(String handle, String password, String challenge) throws ProbeFailure {
    dialogue.keepSecret(escaped(password));
    var message = message(handle, password, challenge);
    dialogue.step("RST", "https://" + https + PATH);
    var answer = http.ask("RST", https, head(https.host(), message), message);
    var ticket = TICKET.matcher(answer.body());
    if (!ticket.find()) {
      throw refused(answer);
    }
    var found = ticket.group(1).replace("&amp;", "&");
    dialogue.keepSecret(found);
    return found;
  }

  private static ProbeFailure refused(Https.Answer answer) {
    var redirect = REDIRECT.matcher(answer.body());
    if (redirect.find()) {
      return new ProbeFailure(
          "sent to " + redirect.group(1) + redirect.group(2) + " instead", "passport.redirectTo");
    }
    var status = STATUS.matcher(answer.body());
    var number = status.find() ? status.group(1) : "no status";
    return new ProbeFailure(
        "no ticket: " + answer.status() + ", " + number,
        number.equals("0x80048821")
            ? "is the password right, and is there such an account?"
            : "the log of the server");
  }

  private static List<String> head(String host, String message) {
    return List.of(
        "POST " + PATH + " HTTP/1.1",
        "Host: " + host,
        "User-Agent: MSMSGS",
        "Content-Type: text/xml; charset=utf-8",
        "Content-Length: " + message.getBytes(UTF_8).length,
        "Cache-Control: no-cache");
  }

  private static String message(String handle, String password, String challenge) {
    var policy = '?' + URLDecoder.decode(challenge, UTF_8).replace(',', '&');
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"
     xmlns:wsse="http://schemas.xmlsoap.org/ws/2003/06/secext"
     xmlns:wsp="http://schemas.xmlsoap.org/ws/2002/12/policy"
     xmlns:wsa="http://schemas.xmlsoap.org/ws/2004/03/addressing"
     xmlns:wst="http://schemas.xmlsoap.org/ws/2004/04/trust">
    <Header><wsse:Security><wsse:UsernameToken Id="user">
    <wsse:Username>%s</wsse:Username><wsse:Password>%s</wsse:Password>
    </wsse:UsernameToken></wsse:Security></Header>
    <Body><ps:RequestMultipleSecurityTokens
     xmlns:ps="http://schemas.microsoft.com/Passport/SoapServices/PPCRL" Id="RSTS">
    %s
    %s
    </ps:RequestMultipleSecurityTokens></Body></Envelope>
    """
        .formatted(
            escaped(handle),
            escaped(password),
            wanted("RST0", "http://Passport.NET/tb", ""),
            wanted(
                "RST1",
                "messenger.msn.com",
                "\n<wsse:PolicyReference URI=\"" + escaped(policy) + "\"/>"));
  }

  private static String wanted(String id, String address, String policy) {
    return """
    <wst:RequestSecurityToken Id="%s">
    <wst:RequestType>http://schemas.xmlsoap.org/ws/2004/04/security/trust/Issue</wst:RequestType>
    <wsp:AppliesTo><wsa:EndpointReference><wsa:Address>%s</wsa:Address></wsa:EndpointReference>\
    </wsp:AppliesTo>%s
    </wst:RequestSecurityToken>\
    """
        .formatted(id, address, policy);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
