package im.monarch.conformance.passport;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.harness.Listener;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.transcript.Fact;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in with a ticket from RST.srf, from VER to the profile (client requirements, 1). */
@ExtendWith(ServersExtension.class)
class RstIT {

  private static final Fact.Account ALICE =
      new Fact.Account("rst-alice@example.com", "Alice", "p&ss <w0rd>");
  private static final Fact.Account BOB = new Fact.Account("rst-bob@example.com", "Bob", "secret");
  private static final String REFUSED = "911 4";

  private static Servers servers;
  private static RunningServer server;
  private static RstClient rst;

  @BeforeAll
  static void prepare(Servers all) {
    servers = all;
    server = all.get(Topology.SINGLE);
    rst = new RstClient(server.passport());
    for (var account : new Fact.Account[] {ALICE, BOB}) {
      server.admin().delete(account.handle());
      server.admin().create(account);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MSNP8, &amp;p=",
    "MSNP9, &amp;p=",
    "MSNP8, &p=",
    "MSNP9, &p=",
    "MSNP9, &p=profile",
    "MSNP8, ''"
  })
  void aTicketOpensTheConnectionItWasAskedForHoweverItIsSentBack(String dialect, String tail)
      throws IOException {
    try (var client = connect()) {
      var challenge = challenge(client, dialect, ALICE);
      var ticket = rst.ticket(ALICE.handle(), ALICE.password(), policy(challenge));

      client.say("USR 4 TWN S " + ticket.replace("&amp;p=", tail));

      assertThat(client.hear()).isEqualTo("USR 4 OK rst-alice@example.com Alice 1 0");
      assertThat(client.hear()).startsWith("MSG Hotmail Hotmail ");
    }
  }

  @Test
  void theChallengeMayStandThereAsItCame() throws IOException {
    try (var client = connect()) {
      var challenge = challenge(client, "MSNP9", ALICE);
      var ticket = rst.ticket(ALICE.handle(), ALICE.password(), '?' + challenge);

      assertThat(signIn(client, ticket)).startsWith("USR 4 OK ");
    }
  }

  @Test
  void aWrongPasswordGetsAFaultAsAnUnknownAccountDoes() {
    var wrong = rst.ask(ALICE.handle(), "guess", "?id=507");
    var unknown = rst.ask("rst-stranger@example.com", "guess", "?id=507");

    assertThat(wrong.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(wrong.header("Content-Type")).contains("text/xml; charset=utf-8");
    assertThat(wrong.body())
        .contains("<psf:reqstatus>0x80048821</psf:reqstatus>")
        .contains("<S:Fault><faultcode>wsse:FailedAuthentication</faultcode>")
        .doesNotContain("BinarySecurityToken");
    assertThat(withoutTime(unknown)).isEqualTo(withoutTime(wrong));
  }

  @Test
  void aTicketIsGoodOnOneConnectionOnly() throws IOException {
    try (var first = connect();
        var second = connect()) {
      var ticket =
          rst.ticket(ALICE.handle(), ALICE.password(), policy(challenge(first, "MSNP9", ALICE)));
      challenge(second, "MSNP9", ALICE);

      assertThat(signIn(first, ticket)).startsWith("USR 4 OK ");
      assertThat(signIn(second, ticket)).isEqualTo(REFUSED);
      assertThat(second.hear()).isEqualTo(Client.HANG_UP);
    }
  }

  @Test
  void aTicketOfSomebodyElseIsRefused() throws IOException {
    try (var client = connect()) {
      var challenge = challenge(client, "MSNP8", ALICE);
      var ticket = rst.ticket(BOB.handle(), BOB.password(), policy(challenge));

      assertThat(signIn(client, ticket)).isEqualTo(REFUSED);
      assertThat(client.hear()).isEqualTo(Client.HANG_UP);
    }
  }

  @Test
  void aClientThatKeepsTheChallengeToItselfGetsATicketThatIsGoodOnce() throws IOException {
    try (var first = connect();
        var second = connect()) {
      challenge(first, "MSNP9", BOB);
      challenge(second, "MSNP9", BOB);
      var ticket = rst.ticket(BOB.handle(), BOB.password(), "?id=507");

      assertThat(signIn(first, ticket)).startsWith("USR 4 OK ");
      assertThat(signIn(second, ticket)).isEqualTo(REFUSED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/RST.srf", "/rst.srf", "/pp450/RST.srf", "/RST.srf?lc=1033"})
  void itIsFoundWhereClientsLook(String path) {
    var message = RstClient.message(BOB.handle(), BOB.password(), "?id=507");

    assertThat(rst.post(path, message).body()).contains("Id=\"PPToken1\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello world",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
        "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"/>x"
      })
  void whatIsNoMessageIsAnsweredAndDoneWith(String body) {
    var reply = rst.post("/RST.srf", body);

    assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
    assertThat(reply.body()).contains("<faultcode>S:Client</faultcode>").doesNotContain("root:");
  }

  @Test
  void aSignInMayBeSentSomewhereElse() {
    var elsewhere = "https://login2.example.com/login2.srf?lc=1033";
    var configuration =
        new JsonObject().put("passport", new JsonObject().put("redirectTo", elsewhere));
    var there = new RstClient(servers.get(Topology.SINGLE, configuration).passport());

    assertThat(there.ask(BOB.handle(), BOB.password(), "?id=507").body())
        .contains(
            "<faultcode>psf:Redirect</faultcode>"
                + "<psf:redirectUrl>https://login2.example.com/RST.srf</psf:redirectUrl>");
  }

  private static Client connect() throws IOException {
    return new Client(server.address(Listener.NOTIFICATION));
  }

  private static String challenge(Client client, String dialect, Fact.Account account) {
    client.say("VER 1 " + dialect + " CVR0");
    client.say("CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS " + account.handle());
    client.say("USR 3 TWN I " + account.handle());
    assertThat(client.hear()).startsWith("VER 1 " + dialect);
    assertThat(client.hear()).startsWith("CVR 2 ");
    var line = client.hear();
    assertThat(line).startsWith("USR 3 TWN S ");
    return line.substring("USR 3 TWN S ".length());
  }

  /** As clients make an address of the challenge. */
  private static String policy(String challenge) {
    return '?' + URLDecoder.decode(challenge, StandardCharsets.UTF_8).replace(',', '&');
  }

  private static String signIn(Client client, String ticket) {
    client.say("USR 4 TWN S " + ticket);
    return client.hear();
  }

  private static String withoutTime(HttpReply reply) {
    return reply.toString().replaceFirst("ServerTime=\"[^\"]*\"", "");
  }
}
