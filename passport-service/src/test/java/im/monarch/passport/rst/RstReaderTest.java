package im.monarch.passport.rst;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.passport.rst.RstRequest.Flaw;
import im.monarch.passport.rst.RstRequest.Refused;
import im.monarch.passport.rst.RstRequest.Tokens;
import im.monarch.passport.rst.RstRequest.Wanted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RstReaderTest {

  private static final Refused MALFORMED = new Refused(Flaw.MALFORMED);
  private static final String CHALLENGE = "lc=1033&amp;id=507&amp;tpf=0";
  private static final Wanted KEY = new Wanted(0, "http://Passport.NET/tb", Optional.empty());
  private static final Wanted MESSENGER =
      new Wanted(1, "messenger.msn.com", Optional.of("?lc=1033&id=507&tpf=0"));

  static String filled(String message) {
    return message.formatted("alice@example.com", "secret", CHALLENGE);
  }

  private static RstRequest read(String message) {
    return RstReader.read(Messages.bytes(message));
  }

  private static RstRequest withPassword(String xml) {
    return read(Messages.usual().formatted("alice@example.com", xml, CHALLENGE));
  }

  // --- what clients send

  static Stream<String> formsOfOneMessage() {
    return Stream.of(
        Messages.usual(),
        Messages.prefixed(),
        Messages.renamed(),
        Messages.usual().replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", ""),
        Messages.usual().replace("UTF-8", "utf-8"),
        Messages.usual().replace('"', '\''),
        "\uFEFF" + Messages.usual(),
        Messages.usual() + "\r\n");
  }

  @ParameterizedTest
  @MethodSource("formsOfOneMessage")
  void everyFormOfTheMessageIsTheSame(String form) {
    assertThat(read(filled(form)))
        .isEqualTo(new Tokens("alice@example.com", "secret", List.of(KEY, MESSENGER)));
  }

  @Test
  void oneTokenNeedsNoBundle() {
    assertThat(read(filled(Messages.single())))
        .isEqualTo(new Tokens("alice@example.com", "secret", List.of(MESSENGER)));
  }

  @Test
  void aServiceMayBeNamedInsteadOfAddressed() {
    var message = Messages.bundle(Messages.MESSENGER.replace("wsa:Address>", "wsa:ServiceName>"));

    assertThat(read(filled(message)))
        .isEqualTo(new Tokens("alice@example.com", "secret", List.of(MESSENGER)));
  }

  @Test
  void aTokenWithoutANumberIsCounted() {
    var message = Messages.bundle(Messages.KEY.replace("RST0", "first"), Messages.MESSENGER);

    assertThat(((Tokens) read(filled(message))).wanted()).containsExactly(KEY, MESSENGER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&lt;&amp;&gt;&quot;&apos;ü",
        "&#60;&#x26;&#62;&#34;&#39;&#xFC;",
        "<![CDATA[<&>\"'ü]]>",
        "&lt;<!-- a comment -->&amp;<![CDATA[>\"'ü]]>"
      })
  void aPasswordIsUnderstoodHoweverItIsEscaped(String password) {
    assertThat(((Tokens) withPassword(password)).password()).isEqualTo("<&>\"'ü");
  }

  @Test
  void blanksAreAPartOfAPassword() {
    assertThat(((Tokens) withPassword(" s e  cret ")).password()).isEqualTo(" s e  cret ");
  }

  @Test
  void nothingShowsThePassword() {
    assertThat(withPassword("rosebud").toString()).doesNotContain("rosebud");
  }

  // --- what is missing, or too much

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<wsse:Username>%s</wsse:Username>",
        "<wsse:Password>%s</wsse:Password>",
        "<wsse:UsernameToken Id=\"user\"><wsse:Username>%s</wsse:Username>"
            + "<wsse:Password>%s</wsse:Password></wsse:UsernameToken>"
      })
  void withoutHandleOrPasswordThereAreNoCredentials(String part) {
    assertThat(read(Messages.usual().replace(part, "").replace("%s", "x")))
        .isEqualTo(new Refused(Flaw.NO_CREDENTIALS));
  }

  @Test
  void credentialsInTheBodyAreNone() {
    var message = filled(Messages.usual()).replace("<Header>", "<Body>");

    assertThat(read(message.replace("</Header>", "</Body>")))
        .isEqualTo(new Refused(Flaw.NO_CREDENTIALS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://www.w3.org/2003/05/soap-envelope", "urn:x", ""})
  void anotherSoapIsNotSpoken(String namespace) {
    assertThat(
            read(
                filled(Messages.prefixed())
                    .replace("http://schemas.xmlsoap.org/soap/envelope/", namespace)))
        .isIn(new Refused(Flaw.OTHER_SOAP), MALFORMED);
  }

  static Stream<String> whatIsNoMessage() {
    var usual = filled(Messages.usual());
    return Stream.of(
        "",
        " ",
        "\0",
        "hello world",
        "<",
        "<Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'/>x",
        "<html><body/></html>",
        usual.substring(0, usual.length() - 1),
        usual + "<more/>",
        usual.replace("</wsse:Password>", "</wsse:password>"),
        usual.replace("secret", "a&b"),
        usual.replace("secret", "a<b"),
        usual.replace("secret", "a&#0;b"),
        usual.replace("secret", "a\u0001b"),
        usual.replace("xmlns:wst=", "xmlns:other="),
        usual.replace("wsse:Password>", "wsse:Username>"),
        usual.replace("Id=\"RST0\"", "Id=\"RST0\" Id=\"RST0\""),
        usual.replace("RST0", "RST1"),
        usual.replace("<Header>", "<x:Header xmlns:x=\"urn:x\">").replace("</H", "</x:H"),
        filled(Messages.bundle()),
        filled(Messages.bundle(Messages.wanted("RST0", "", ""))),
        filled(Messages.bundle(Messages.wanted("RST0", "a</wsa:Address><wsa:Address>b", ""))),
        filled(Messages.bundle(Messages.wanted("RST0", "a", Messages.policy("b").repeat(2)))),
        filled(Messages.bundle(Messages.MESSENGER.replaceAll("<wsp:AppliesTo>.*lies", "<x"))));
  }

  @ParameterizedTest
  @MethodSource("whatIsNoMessage")
  void whatIsNoMessageIsRefused(String text) {
    assertThat(read(text)).isEqualTo(MALFORMED);
  }

  // --- attacks

  @Test
  void aDocumentTypeIsRefusedEvenWhenItSaysNothing() {
    assertThat(read(withDoctype("<!DOCTYPE Envelope>", "secret"))).isEqualTo(MALFORMED);
  }

  @Test
  void aDocumentTypeWithEntitiesNobodyUsesIsRefused() {
    assertThat(read(withDoctype("<!DOCTYPE Envelope [<!ENTITY a \"b\">]>", "secret")))
        .isEqualTo(MALFORMED);
  }

  @Test
  void anEntityIsNotExpanded() {
    assertThat(read(withDoctype("<!DOCTYPE Envelope [<!ENTITY a \"secret\">]>", "&a;")))
        .isEqualTo(MALFORMED);
  }

  @Test
  void anEntityThatNobodyDeclaredIsRefused() {
    assertThat(withPassword("&nbsp;")).isEqualTo(MALFORMED);
  }

  @Test
  void aBombOfEntitiesDoesNotGoOff() {
    var bomb = new StringBuilder("<!DOCTYPE Envelope [<!ENTITY e0 \"boom\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
    }

    assertThat(read(withDoctype(bomb + "]>", "&e29;"))).isEqualTo(MALFORMED);
  }

  @Test
  void aBombInAnAttributeDoesNotGoOff() {
    var doctype =
        "<!DOCTYPE Envelope [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"" + "&a;".repeat(900) + "\">]>";

    assertThat(read(withDoctype(doctype, "x").replace("RSTS", "&b;".repeat(900))))
        .isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE Envelope SYSTEM \"%s\">",
        "<!DOCTYPE Envelope [<!ENTITY a SYSTEM \"%s\">]>",
        "<!DOCTYPE Envelope [<!ENTITY % a SYSTEM \"%s\"> %a;]>",
        "<!DOCTYPE Envelope PUBLIC \"a\" \"%s\">"
      })
  void nothingIsFetched(String doctype) throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var url = "http://127.0.0.1:" + listener.getLocalPort() + "/a.dtd";
      listener.setSoTimeout(1);

      var request = read(withDoctype(doctype.replace("%s", url), "&a;"));

      assertThat(request).isEqualTo(MALFORMED);
      assertThat(wasCalled(listener)).isFalse();
    }
  }

  private static boolean wasCalled(ServerSocket listener) throws IOException {
    try (var caller = listener.accept()) {
      return caller.isConnected();
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  @Test
  void noFileIsRead(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("passwords"), "secret");
    var doctype = "<!DOCTYPE Envelope [<!ENTITY a SYSTEM \"" + file.toUri() + "\">]>";

    assertThat(read(withDoctype(doctype, "&a;"))).isEqualTo(MALFORMED);
  }

  @Test
  void anInclusionIsOnlyAnElement() {
    var include =
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>";

    assertThat(((Tokens) withPassword("a" + include)).password()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<?php exit; ?>", "<?xml-stylesheet href=\"http://x/\"?>"})
  void aProcessingInstructionIsRefused(String instruction) {
    assertThat(withPassword(instruction)).isEqualTo(MALFORMED);
    assertThat(read(filled(Messages.usual()).replace("<Header>", instruction + "<Header>")))
        .isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 1_000, 9_000})
  void whatIsTooDeepIsRefused(int depth) {
    var deep = "<a>".repeat(depth) + "</a>".repeat(depth);

    assertThat(read(filled(Messages.usual()).replace("<Body>", "<Body>" + deep)))
        .isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 5_000})
  void tooManyAttributesAreRefused(int count) {
    var attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append(" a").append(i).append("=\"\"");
    }

    assertThat(read(filled(Messages.usual()).replace("<Body>", "<Body" + attributes + ">")))
        .isEqualTo(MALFORMED);
  }

  static Stream<String> whatIsTooMuch() {
    var usual = Messages.usual();
    var tokens = new StringBuilder();
    for (int i = 0; i < 17; i++) {
      tokens.append(Messages.wanted("RST" + i, "a", ""));
    }
    return Stream.of(
        filled(usual.replace("RSTS", "x".repeat(1_025))),
        filled(usual.replace("<Body>", "<Body " + "a".repeat(30_000) + "=\"\">")),
        filled(usual.replace("<Body>", "<Body><" + "a".repeat(65) + "/>")),
        filled(usual.replace("<Body>", "<Body>" + "<a/>".repeat(500))),
        filled(usual.replace("<Body>", "<Body><a>" + "a".repeat(70_000) + "</a>")),
        filled(Messages.bundle(tokens.toString())),
        filled(Messages.bundle(Messages.wanted("RST0", "a".repeat(1_025), ""))),
        usual.formatted("alice@example.com", "x".repeat(1_025), ""),
        usual.formatted("x".repeat(1_025), "secret", ""),
        usual.formatted("a", "<!-- -->x".repeat(1_025), ""));
  }

  @ParameterizedTest
  @MethodSource("whatIsTooMuch")
  void whatIsTooMuchIsRefused(String message) {
    assertThat(read(message)).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "ISO-8859-1", "UTF-7", "IBM037", "windows-1252", "nonsense"})
  void aMessageThatSaysItHasAnotherEncodingIsRefused(String encoding) {
    assertThat(read(filled(Messages.usual()).replace("UTF-8", encoding))).isEqualTo(MALFORMED);
  }

  static Stream<Charset> otherEncodings() {
    return Stream.of(UTF_16, ISO_8859_1, Charset.forName("UTF-32"), Charset.forName("IBM037"));
  }

  @ParameterizedTest
  @MethodSource("otherEncodings")
  void aMessageInAnotherEncodingIsRefused(Charset encoding) {
    var message = Messages.usual().formatted("alice@example.com", "sécret", CHALLENGE);

    assertThat(RstReader.read(message.getBytes(encoding))).isEqualTo(MALFORMED);
  }

  @Test
  void overlongUtf8IsRefused() {
    var message = filled(Messages.usual()).replace("secret", "\u00C0\u00BC");
    assertThat(RstReader.read(message.getBytes(ISO_8859_1))).isEqualTo(MALFORMED);
  }

  private static String withDoctype(String doctype, String password) {
    return Messages.usual()
        .formatted("alice@example.com", password, CHALLENGE)
        .replace("<Envelope", doctype + "<Envelope");
  }
}
