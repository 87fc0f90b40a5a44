package im.monarch.passport.rst;

import im.monarch.domain.accounts.MemberId;
import im.monarch.passport.http.HttpAnswer;
import im.monarch.passport.http.Status;
import im.monarch.passport.rst.Grant.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The answer with the tokens, in the order in which they were asked for. */
final class TokenAnswer {

  private TokenAnswer() {}

  static HttpAnswer of(MemberId member, List<Grant> grants, Instant now) {
    var tokens = grants.stream().map(grant -> token(grant, now)).collect(Collectors.joining());
    return Envelope.around(HttpAnswer.of(Status.OK), now, "", header(member), body(tokens));
  }

  private static String header(MemberId member) {
    return """
    <psf:PUID>%016X</psf:PUID><psf:configVersion>3.0.869.0</psf:configVersion>\
    <psf:uiVersion>3.0.869.0</psf:uiVersion><psf:authstate>0x48803</psf:authstate>\
    <psf:reqstatus>0x0</psf:reqstatus>\
    """
        .formatted(member.value());
  }

  private static String body(String tokens) {
    return """
    <S:Body><wst:RequestSecurityTokenResponseCollection \
    xmlns:S="http://schemas.xmlsoap.org/soap/envelope/" \
    xmlns:wst="http://schemas.xmlsoap.org/ws/2004/04/trust" \
    xmlns:wsse="http://schemas.xmlsoap.org/ws/2003/06/secext" \
    xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/\
    oasis-200401-wss-wssecurity-utility-1.0.xsd" \
    xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion" \
    xmlns:wsp="http://schemas.xmlsoap.org/ws/2002/12/policy" \
    xmlns:psf="http://schemas.microsoft.com/Passport/SoapServices/SOAPFault">\
    %s</wst:RequestSecurityTokenResponseCollection></S:Body>\
    """
        .formatted(tokens);
  }

  private static String token(Grant grant, Instant now) {
    var id = id(grant);
    return """
    <wst:RequestSecurityTokenResponse><wst:TokenType>%s</wst:TokenType>\
    <wsp:AppliesTo xmlns:wsa="http://schemas.xmlsoap.org/ws/2004/03/addressing">\
    <wsa:EndpointReference><wsa:Address>%s</wsa:Address></wsa:EndpointReference>\
    </wsp:AppliesTo><wst:LifeTime><wsu:Created>%s</wsu:Created>\
    <wsu:Expires>%s</wsu:Expires></wst:LifeTime>\
    <wst:RequestedSecurityToken>%s</wst:RequestedSecurityToken>\
    <wst:RequestedTokenReference><wsse:KeyIdentifier ValueType="%s"></wsse:KeyIdentifier>\
    <wsse:Reference URI="#%s"></wsse:Reference></wst:RequestedTokenReference>\
    %s</wst:RequestSecurityTokenResponse>\
    """
        .formatted(
            isCompact(grant) ? "urn:passport:compact" : "urn:passport:legacy",
            Envelope.escaped(grant.address()),
            Envelope.time(now),
            Envelope.time(now.plus(grant.lifetime())),
            grant.kind() == Kind.KEY ? encrypted(id, grant.token()) : binary(id, grant.token()),
            isCompact(grant) ? "urn:passport:compact" : "urn:passport",
            id,
            proof(grant));
  }

  private static String encrypted(String id, String token) {
    return """
    <EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#" Id="%s" \
    Type="http://www.w3.org/2001/04/xmlenc#Element">\
    <EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#tripledes-cbc">\
    </EncryptionMethod><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\
    <ds:KeyName>http://Passport.NET/STS</ds:KeyName></ds:KeyInfo>\
    <CipherData><CipherValue>%s</CipherValue></CipherData></EncryptedData>\
    """
        .formatted(id, token);
  }

  /** Clients of several makes search for the start of it to the letter. */
  private static String binary(String id, String token) {
    return "<wsse:BinarySecurityToken Id=\""
        + id
        + "\">"
        + Envelope.escaped(token)
        + "</wsse:BinarySecurityToken>";
  }

  private static String id(Grant grant) {
    return switch (grant.kind()) {
          case KEY -> "BinaryDAToken";
          case TICKET -> "PPToken";
          case COMPACT, COMPACT_WITH_SECRET -> "Compact";
        }
        + grant.number();
  }

  private static boolean isCompact(Grant grant) {
    return switch (grant.kind()) {
      case KEY, TICKET -> false;
      case COMPACT, COMPACT_WITH_SECRET -> true;
    };
  }

  private static String proof(Grant grant) {
    return switch (grant.kind()) {
      case TICKET, COMPACT -> "";
      case KEY, COMPACT_WITH_SECRET ->
          "<wst:RequestedProofToken><wst:BinarySecret>"
              + Grants.secret()
              + "</wst:BinarySecret></wst:RequestedProofToken>";
    };
  }
}
