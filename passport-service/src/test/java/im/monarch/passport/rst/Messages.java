package im.monarch.passport.rst;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Messages as clients write them. {@code %s}: handle, password, challenge. */
final class Messages {

  private static final String NAMESPACES =
      " xmlns:wsse=\"http://schemas.xmlsoap.org/ws/2003/06/secext\""
          + " xmlns:saml=\"urn:oasis:names:tc:SAML:1.0:assertion\""
          + " xmlns:wsp=\"http://schemas.xmlsoap.org/ws/2002/12/policy\""
          + " xmlns:wsu=\"http://docs.oasis-open.org/wss/2004/01/"
          + "oasis-200401-wss-wssecurity-utility-1.0.xsd\""
          + " xmlns:wsa=\"http://schemas.xmlsoap.org/ws/2004/03/addressing\""
          + " xmlns:wssc=\"http://schemas.xmlsoap.org/ws/2004/04/sc\""
          + " xmlns:wst=\"http://schemas.xmlsoap.org/ws/2004/04/trust\"";

  private static final String AUTH_INFO =
      "<ps:AuthInfo xmlns:ps=\"http://schemas.microsoft.com/Passport/SoapServices/PPCRL\""
          + " Id=\"PPAuthInfo\"><ps:HostingApp>{7108E71A-9926-4FCB-BCC9-9A9D3F32E423}"
          + "</ps:HostingApp><ps:BinaryVersion>4</ps:BinaryVersion><ps:UIVersion>1</ps:UIVersion>"
          + "<ps:Cookies></ps:Cookies><ps:RequestParams>AQAAAAIAAABsYwQAAAAxMDMz"
          + "</ps:RequestParams></ps:AuthInfo>";

  private static final String SECURITY =
      "<wsse:Security><wsse:UsernameToken Id=\"user\"><wsse:Username>%s</wsse:Username>"
          + "<wsse:Password>%s</wsse:Password></wsse:UsernameToken></wsse:Security>";

  private static final String MULTIPLE =
      "<ps:RequestMultipleSecurityTokens"
          + " xmlns:ps=\"http://schemas.microsoft.com/Passport/SoapServices/PPCRL\" Id=\"RSTS\">";

  static final String KEY = wanted("RST0", "http://Passport.NET/tb", "");
  static final String MESSENGER = wanted("RST1", "messenger.msn.com", policy("?%s"));

  private Messages() {}

  /** One RequestSecurityToken. */
  static String wanted(String id, String address, String policy) {
    return "<wst:RequestSecurityToken Id=\""
        + id
        + "\"><wst:RequestType>http://schemas.xmlsoap.org/ws/2004/04/security/trust/Issue"
        + "</wst:RequestType><wsp:AppliesTo><wsa:EndpointReference><wsa:Address>"
        + address
        + "</wsa:Address></wsa:EndpointReference></wsp:AppliesTo>"
        + policy
        + "</wst:RequestSecurityToken>";
  }

  static String policy(String uri) {
    return "<wsse:PolicyReference URI=\"" + uri + "\"></wsse:PolicyReference>";
  }

  /** With the envelope as default namespace, as most clients write it. */
  static String message(String header, String body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\""
        + NAMESPACES
        + "><Header>"
        + header
        + "</Header><Body>"
        + body
        + "</Body></Envelope>";
  }

  /** Several tokens in one request, with what MSIDCRL says of itself. */
  static String bundle(String... wanted) {
    return message(
        AUTH_INFO + SECURITY,
        MULTIPLE + String.join("", wanted) + "</ps:RequestMultipleSecurityTokens>");
  }

  /** What MSN Messenger 7.5, bitlbee and Miranda send, apart from the challenge's spelling. */
  static String usual() {
    return bundle(KEY, MESSENGER);
  }

  /** A client that writes a message without AuthInfo, and one token without a bundle. */
  static String single() {
    return message(SECURITY, MESSENGER);
  }

  /** With {@code soap:} before SOAP's own elements, over many lines, as a serializer does. */
  static String prefixed() {
    return usual()
        .replace("<Envelope xmlns=", "<soap:Envelope xmlns:soap=")
        .replace("</Envelope", "</soap:Envelope")
        .replace("Header>", "soap:Header>")
        .replace("Body>", "soap:Body>")
        .replace("</soap:", "\n  </soap:")
        .replace("<wsse:Sec", "\n\t<wsse:Sec")
        .replace("<wst:", "\n\t<wst:")
        .replace("></wsse:PolicyReference>", "\n/>");
  }

  /** Other prefixes for the same namespaces. */
  static String renamed() {
    return usual()
        .replace("wsse:", "s1:")
        .replace("xmlns:wsse", "xmlns:s1")
        .replace("wst:", "t:")
        .replace(":wst=", ":t=")
        .replace(":wsse=", ":s1=")
        .replace("wsa:", "a:")
        .replace(":wsa=", ":a=");
  }

  static byte[] bytes(String message) {
    return message.getBytes(UTF_8);
  }
}
