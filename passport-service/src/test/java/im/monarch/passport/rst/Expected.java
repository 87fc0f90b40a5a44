package im.monarch.passport.rst;

/** Answers to the letter, at 09:23:49 on the day of the clock of these tests. */
final class Expected {

  private Expected() {}

  /** With a token and a ticket; {@code ***} for what is random. */
  static String answer(String ticket) {
    return """
    <?xml version="1.0" encoding="utf-8" ?>
    <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Header>
    <psf:pp xmlns:psf="http://schemas.microsoft.com/Passport/SoapServices/SOAPFault">
    <psf:serverVersion>1</psf:serverVersion><psf:PUID>0000000000000001</psf:PUID>
    <psf:configVersion>3.0.869.0</psf:configVersion><psf:uiVersion>3.0.869.0</psf:uiVersion>
    <psf:authstate>0x48803</psf:authstate><psf:reqstatus>0x0</psf:reqstatus>
    <psf:serverInfo Path="Live1" RollingUpgradeState="ExclusiveNew" LocVersion="0"\
     ServerTime="2003-09-05T09:23:49Z">Monarch</psf:serverInfo>
    <psf:cookies/><psf:response/></psf:pp></S:Header><S:Body>
    <wst:RequestSecurityTokenResponseCollection\
     xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"\
     xmlns:wst="http://schemas.xmlsoap.org/ws/2004/04/trust"\
     xmlns:wsse="http://schemas.xmlsoap.org/ws/2003/06/secext"\
     xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/\
    oasis-200401-wss-wssecurity-utility-1.0.xsd"\
     xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion"\
     xmlns:wsp="http://schemas.xmlsoap.org/ws/2002/12/policy"\
     xmlns:psf="http://schemas.microsoft.com/Passport/SoapServices/SOAPFault">
    <wst:RequestSecurityTokenResponse><wst:TokenType>urn:passport:legacy</wst:TokenType>
    <wsp:AppliesTo xmlns:wsa="http://schemas.xmlsoap.org/ws/2004/03/addressing">
    <wsa:EndpointReference><wsa:Address>http://Passport.NET/tb</wsa:Address>
    </wsa:EndpointReference></wsp:AppliesTo><wst:LifeTime>
    <wsu:Created>2003-09-05T09:23:49Z</wsu:Created>
    <wsu:Expires>2003-09-06T09:23:49Z</wsu:Expires></wst:LifeTime>
    <wst:RequestedSecurityToken><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"\
     Id="BinaryDAToken0" Type="http://www.w3.org/2001/04/xmlenc#Element">
    <EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#tripledes-cbc">
    </EncryptionMethod><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
    <ds:KeyName>http://Passport.NET/STS</ds:KeyName></ds:KeyInfo><CipherData>
    <CipherValue>***</CipherValue></CipherData></EncryptedData></wst:RequestedSecurityToken>
    <wst:RequestedTokenReference><wsse:KeyIdentifier ValueType="urn:passport">
    </wsse:KeyIdentifier><wsse:Reference URI="#BinaryDAToken0"></wsse:Reference>
    </wst:RequestedTokenReference><wst:RequestedProofToken><wst:BinarySecret>***
    </wst:BinarySecret></wst:RequestedProofToken></wst:RequestSecurityTokenResponse>
    <wst:RequestSecurityTokenResponse><wst:TokenType>urn:passport:legacy</wst:TokenType>
    <wsp:AppliesTo xmlns:wsa="http://schemas.xmlsoap.org/ws/2004/03/addressing">
    <wsa:EndpointReference><wsa:Address>messenger.msn.com</wsa:Address>
    </wsa:EndpointReference></wsp:AppliesTo><wst:LifeTime>
    <wsu:Created>2003-09-05T09:23:49Z</wsu:Created>
    <wsu:Expires>2003-09-05T09:32:09Z</wsu:Expires></wst:LifeTime>
    <wst:RequestedSecurityToken><wsse:BinarySecurityToken Id="PPToken1">t=%s&amp;p=
    </wsse:BinarySecurityToken></wst:RequestedSecurityToken>
    <wst:RequestedTokenReference><wsse:KeyIdentifier ValueType="urn:passport">
    </wsse:KeyIdentifier><wsse:Reference URI="#PPToken1"></wsse:Reference>
    </wst:RequestedTokenReference></wst:RequestSecurityTokenResponse>
    </wst:RequestSecurityTokenResponseCollection></S:Body></S:Envelope>
    """
        .formatted(ticket)
        .replace("\n", "");
  }

  /** A fault; what stands behind its code comes as XML. */
  static String fault(String number, String code, String content) {
    return """
    <?xml version="1.0" encoding="utf-8" ?>
    <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"\
     xmlns:wsse="http://schemas.xmlsoap.org/ws/2003/06/secext"\
     xmlns:psf="http://schemas.microsoft.com/Passport/SoapServices/SOAPFault"><S:Header>
    <psf:pp xmlns:psf="http://schemas.microsoft.com/Passport/SoapServices/SOAPFault">
    <psf:serverVersion>1</psf:serverVersion><psf:authstate>0x80048800</psf:authstate>
    <psf:reqstatus>%s</psf:reqstatus>
    <psf:serverInfo Path="Live1" RollingUpgradeState="ExclusiveNew" LocVersion="0"\
     ServerTime="2003-09-05T09:23:49Z">Monarch</psf:serverInfo>
    <psf:cookies/><psf:response/></psf:pp></S:Header>
    <S:Fault><faultcode>%s</faultcode>%s</S:Fault></S:Envelope>
    """
        .formatted(number, code, content)
        .replace("\n", "");
  }
}
