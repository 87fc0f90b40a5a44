package im.monarch.conformance.passport;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Signs in over SOAP, as MSN Messenger 7.5 does, and finds its ticket as other clients do. */
final class RstClient {

  private static final Pattern TICKET =
      Pattern.compile("<wsse:BinarySecurityToken Id=\"PPToken1\">([^<]*)</");
  private static final String ISSUE = "http://schemas.xmlsoap.org/ws/2004/04/security/trust/Issue";

  private final PassportClient passport;

  RstClient(PassportClient passport) {
    this.passport = passport;
  }

  /**
   * The ticket as it stands in the answer, still escaped.
   *
   * @param policy for messenger.msn.com: a question mark and the challenge
   * @throws IllegalStateException when there is none
   */
  String ticket(String handle, String password, String policy) {
    var reply = ask(handle, password, policy);
    var ticket = TICKET.matcher(reply.body());
    if (!ticket.find()) {
      throw new IllegalStateException("no ticket in " + reply);
    }
    return ticket.group(1);
  }

  HttpReply ask(String handle, String password, String policy) {
    return post("/RST.srf", message(handle, password, policy));
  }

  HttpReply post(String path, String body) {
    return passport.tls(
        "POST "
            + path
            + " HTTP/1.1\r\nAccept: text/*\r\nUser-Agent: Mozilla/4.0 (compatible; IDCRL"
            + " 4.000.320.0; App msnmsgr.exe)\r\nHost: login.live.com\r\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\nConnection: Keep-Alive\r\nCache-Control: no-cache\r\n\r\n"
            + body);
  }

  static String message(String handle, String password, String policy) {
    return """
    <?xml version="1.0" encoding="UTF-8"?><Envelope \
    xmlns="http://schemas.xmlsoap.org/soap/envelope/" \
    xmlns:wsse="http://schemas.xmlsoap.org/ws/2003/06/secext" \
    xmlns:wsp="http://schemas.xmlsoap.org/ws/2002/12/policy" \
    xmlns:wsa="http://schemas.xmlsoap.org/ws/2004/03/addressing" \
    xmlns:wst="http://schemas.xmlsoap.org/ws/2004/04/trust"><Header><ps:AuthInfo \
    xmlns:ps="http://schemas.microsoft.com/Passport/SoapServices/PPCRL" Id="PPAuthInfo">\
    <ps:HostingApp>{7108E71A-9926-4FCB-BCC9-9A9D3F32E423}</ps:HostingApp>\
    <ps:BinaryVersion>4</ps:BinaryVersion><ps:UIVersion>1</ps:UIVersion>\
    <ps:Cookies></ps:Cookies><ps:RequestParams>AQAAAAIAAABsYwQAAAAxMDMz</ps:RequestParams>\
    </ps:AuthInfo><wsse:Security><wsse:UsernameToken Id="user"><wsse:Username>%s\
    </wsse:Username><wsse:Password>%s</wsse:Password></wsse:UsernameToken></wsse:Security>\
    </Header><Body><ps:RequestMultipleSecurityTokens \
    xmlns:ps="http://schemas.microsoft.com/Passport/SoapServices/PPCRL" Id="RSTS">%s%s\
    </ps:RequestMultipleSecurityTokens></Body></Envelope>\
    """
        .formatted(
            escaped(handle),
            escaped(password),
            wanted("RST0", "http://Passport.NET/tb", ""),
            wanted(
                "RST1",
                "messenger.msn.com",
                "<wsse:PolicyReference URI=\"" + escaped(policy) + "\"></wsse:PolicyReference>"));
  }

  private static String wanted(String id, String address, String policy) {
    return "<wst:RequestSecurityToken Id=\""
        + id
        + "\"><wst:RequestType>"
        + ISSUE
        + "</wst:RequestType><wsp:AppliesTo><wsa:EndpointReference><wsa:Address>"
        + address
        + "</wsa:Address></wsa:EndpointReference></wsp:AppliesTo>"
        + policy
        + "</wst:RequestSecurityToken>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
