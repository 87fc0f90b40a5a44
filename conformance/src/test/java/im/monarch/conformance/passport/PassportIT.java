package im.monarch.conformance.passport;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.transcript.Fact;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nexus and login as clients of the time ask for them and read the answers (protocol notes, 5;
 * client requirements, 1). That each answer ends with the connection, over TLS with close_notify,
 * every test here shows: the client reads until then and finds an abrupt end an error.
 */
@ExtendWith(ServersExtension.class)
class PassportIT {

  private static final Fact.Account ALICE =
      new Fact.Account("passport-alice@example.com", "Alice", "p@ss w0rd");
  private static final Fact.Account PERCENT =
      new Fact.Account("percent.sign@example.com", "Percent", "100%sure%2");
  private static final String CHALLENGE =
      "lc=1033,id=507,tw=40,fs=1,ru=http%3A%2F%2Fmessenger%2Emsn%2Ecom,ct=1062764229,kpp=1,kv=5,"
          + "ver=2.1.0173.1,tpf=43f8a4c8ed940c04e3740be46c4d1619";
  private static final String NEXUS = "GET /rdr/pprdr.asp HTTP/1.1\r\nHost: nexus.passport.com\r\n";
  private static final String ALICES = "sign-in=passport-alice%40example.com,pwd=p%40ss%20w0rd,";
  private static final int CROWD = 60;
  private static final String SUCCESS =
      "Passport1\\.4 da-status=success,.*from-PP='t=[^ ',]+&p=[^ ',]*',.+";
  private static final String FAILURE =
      "Passport1\\.4 da-status=failed,srealm=Passport\\.N[Ee][Tt],.*,cbtxt=[^,]+";

  private static Servers servers;
  private static PassportClient passport;

  @BeforeAll
  static void prepare(Servers all) {
    servers = all;
    var server = all.get(Topology.SINGLE);
    passport = server.passport();
    for (var account : new Fact.Account[] {ALICE, PERCENT}) {
      server.admin().delete(account.handle());
      server.admin().create(account);
    }
  }

  // --- Nexus

  @Test
  void nexusNamesTheLoginServerWithoutASchemeAndWithACommaBehind() {
    var reply = passport.tls(NEXUS + "\r\n");

    assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(reply.header("PassportURLs").orElseThrow())
        .matches("DARealm=Passport\\.Net,DALogin=localhost/[^,:]+,.*ConfigVersion=\\d+");
    assertThat(reply.header("Content-Length")).contains("0");
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void nexusAnswersPlainHttpToo() {
    assertThat(passport.plain(NEXUS + "\r\n")).isEqualTo(passport.tls(NEXUS + "\r\n"));
  }

  /**
   * {@code GET /rdr/pprdr.asp} alone is what gaim sends: a stock server answers without headers.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /rdr/pprdr.asp\r\n\r\n",
        "GET /rdr/pprdr.asp HTTP/1.0\r\n\r\n",
        "GET /rdr/pprdr.asp HTTP/1.1\r\n\r\n",
        "GET /rdr/pprdr.asp HTTP/1.1\nHost: nexus.passport.com\n\n",
        "GET https://nexus.passport.com/rdr/pprdr.asp HTTP/1.1\r\nHost: x\r\n\r\n",
        NEXUS + "Connection: Keep-Alive\r\n\r\n"
      })
  void nexusUnderstandsEveryFormOfTheQuestion(String request) {
    assertThat(passport.tls(request)).isEqualTo(passport.tls(NEXUS + "\r\n"));
    assertThat(passport.plain(request)).isEqualTo(passport.tls(NEXUS + "\r\n"));
  }

  // --- login

  @Test
  void theRightPasswordGetsATicketInOneLineAndASingleQuotedWord() {
    var reply = login(ALICES);

    assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(reply.header("Authentication-Info").orElseThrow()).matches(SUCCESS);
    assertThat(reply.header("Content-Length")).contains("0");
    assertThat(reply.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sign-in=passport-alice%40example.com,pwd=wrong,",
        "sign-in=passport-nobody%40example.com,pwd=p%40ss%20w0rd,",
        "sign-in=nonsense,pwd=p%40ss%20w0rd,",
        "sign-in=,pwd=,"
      })
  void whoeverIsNotLetInIsToldTheSameInTheLastField(String credentials) {
    var reply = login(credentials);

    assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
    assertThat(reply.header("WWW-Authenticate").orElseThrow()).matches(FAILURE);
    assertThat(reply.header("Authentication-Info")).isEmpty();
  }

  @Test
  void aWrongPasswordLooksLikeAnUnknownAccount() {
    assertThat(login("sign-in=passport-alice%40example.com,pwd=wrong,"))
        .isEqualTo(login("sign-in=passport-stranger%40example.com,pwd=wrong,"));
  }

  @Test
  void aRequestForATokenWithoutCredentialsIsAskedForThem() {
    var reply =
        request("Authorization: Passport1.4 tname=,OrgVerb=GET,OrgUrl=http%3A%2F%2Fx," + CHALLENGE);

    assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
    assertThat(reply.header("WWW-Authenticate").orElseThrow()).matches(FAILURE);
  }

  @Test
  void aRequestWithoutAuthorizationIsAskedForIt() {
    var reply = request("User-Agent: MSMSGS");

    assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
    assertThat(reply.header("WWW-Authenticate").orElseThrow()).matches(FAILURE);
  }

  /** As gaim, bitlbee, aMSN, Net::MSN, Twisted, WinINet and PHP clients write it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sign-in=passport-alice@example.com,pwd=p@ss w0rd,",
        "sign-in=passport%2Dalice%40example%2Ecom,pwd=%70%40%73%73%20%77%30%72%64,",
        "sign-in=Passport-Alice%40Example.COM,pwd=p%40ss%20w0rd,",
        "sign-in=passport-alice%40example.com, pwd=p%40ss%20w0rd, ",
        "pwd=p%40ss%20w0rd,sign-in=passport-alice%40example.com,",
        "sign-in=passport-alice%40example.com,pwd=p%40ss%20w0rd,elapsed-time=1,OrgUrl=http://x,",
        "sign-in=percent.sign%40example.com,pwd=100%25sure%252,",
        "sign-in=percent.sign%40example.com,pwd=100%sure%2,"
      })
  void credentialsAreUnderstoodEscapedOrNot(String credentials) {
    assertThat(login(credentials).statusLine()).isEqualTo("HTTP/1.1 200 OK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Passport1.4 Passport1.4 OrgVerb=GET,",
        "authorization: Passport1.4 OrgVerb=GET,",
        "AUTHORIZATION: Passport1.4 OrgVerb=GET,",
        "Authorization:Passport1.4 OrgVerb=GET,",
        "Authorization:  Passport1.4  OrgVerb=GET,",
        "Authorization: passport1.4 OrgVerb=GET,"
      })
  void theHeaderIsUnderstoodHoweverItIsWritten(String start) {
    var reply =
        request(start + "sign-in=passport-alice%40example.com,pwd=p%40ss%20w0rd," + CHALLENGE);

    assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 200 OK");
  }

  @Test
  void anOldClientWithoutHostIsAnsweredInTheNewVersion() {
    var reply =
        passport.tls(
            "GET /login2.srf HTTP/1.0\r\n"
                + authorization("sign-in=passport-alice@example.com,pwd=p%40ss%20w0rd,")
                + "\r\n\r\n");

    assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(reply.header("Authentication-Info").orElseThrow()).matches(SUCCESS);
  }

  @Test
  void plainHttpIsServedToo() {
    var reply =
        passport.plain(
            "GET /login2.srf HTTP/1.1\r\n"
                + authorization("sign-in=passport-alice@example.com,pwd=p%40ss%20w0rd,")
                + "\r\nHost: localhost\r\n\r\n");

    assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 200 OK");
  }

  @Test
  void aLoginMayBeSentSomewhereElse() {
    var elsewhere = "https://login2.example.com/login2.srf?lc=1033";
    var configuration =
        new JsonObject().put("passport", new JsonObject().put("redirectTo", elsewhere));

    var reply =
        servers
            .get(Topology.SINGLE, configuration)
            .passport()
            .tls(
                "GET /login2.srf HTTP/1.1\r\n"
                    + authorization("sign-in=passport-alice@example.com,pwd=x,")
                    + "\r\n\r\n");

    assertThat(reply.statusLine()).isEqualTo("HTTP/1.1 302 Found");
    assertThat(reply.header("Location")).contains(elsewhere);
    assertThat(reply.header("Authentication-Info")).contains("Passport1.4 da-status=redir");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET\r\n\r\n",
        "GET /nowhere HTTP/1.1\r\n\r\n",
        "GET /rdr/pprdr.asp HTTP/1.1\r\nno header\r\n\r\n"
      })
  void whatIsNoRequestIsAnsweredAndDoneWith(String request) {
    assertThat(passport.plain(request).statusLine()).startsWith("HTTP/1.1 4");
  }

  @Test
  void whoComesWhenEverybodyIsBusyIsToldSoInWordsClientsKnow() throws Exception {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var replies =
          Stream.generate(() -> clients.submit(() -> login(ALICES).statusLine()))
              .limit(CROWD)
              .toList();

      for (var reply : replies) {
        assertThat(reply.get()).isIn("HTTP/1.1 200 OK", "HTTP/1.1 503 Service Unavailable");
      }
    }
  }

  private static HttpReply login(String credentials) {
    return request(authorization(credentials));
  }

  private static String authorization(String credentials) {
    return "Authorization: Passport1.4 OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,"
        + credentials
        + CHALLENGE;
  }

  private static HttpReply request(String header) {
    return passport.tls(
        "GET /login2.srf HTTP/1.1\r\n" + header + "\r\nHost: login.example.com\r\n\r\n");
  }
}
