package im.monarch.passport;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.guessing.LoginLimits;
import im.monarch.domain.tickets.Challenge;
import im.monarch.domain.tickets.Nonce;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.passport.http.HttpLimits;
import im.monarch.passport.nexus.Realm;
import im.monarch.passport.stage.HandClock;
import im.monarch.passport.stage.OnlyAlice;
import im.monarch.passport.stage.RawClient;
import im.monarch.passport.stage.SpelledOut;
import im.monarch.passport.stage.TlsClient;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as clients meet it: two instances, both listeners, raw bytes. */
class PassportTest {

  private static final Nonce NONCE = Nonce.fresh();
  private static final HandClock CLOCK = new HandClock();
  private static final TicketMint MINT =
      new TicketMint(new byte[TicketMint.KEY_BYTES], Duration.ofSeconds(30), CLOCK);

  private static final String NEXUS =
      """
      HTTP/1.1 200 OK
      Content-Type: text/html
      Cache-Control: private
      Content-Length: 0
      Connection: close
      PassportURLs: DARealm=Passport.Net,DALogin=login.example.com/login2.srf,\
      DAReg=https://login.example.com/,Properties=https://login.example.com/,\
      Privacy=https://login.example.com/,GeneralRedir=http://login.example.com/,\
      Help=https://login.example.com/,ConfigVersion=15

      """
          .replace("\n", "\r\n");

  private static final String FAILURE =
      """
      HTTP/1.1 401 Unauthorized
      WWW-Authenticate: Passport1.4 da-status=failed,srealm=Passport.Net,ts=-3,prompt,\
      cburl=http://login.example.com/logo.gif,\
      cbtxt=The%20e-mail%20address%20or%20password%20is%20incorrect.
      Content-Length: 0
      Connection: close

      """
          .replace("\n", "\r\n");

  private static final String NOTHING = "Content-Length: 0\r\nConnection: close\r\n\r\n";

  @TempDir private static Path home;
  private static Vertx vertx;
  private static HostPort http;
  private static HostPort https;

  @BeforeAll
  static void deploy() throws Exception {
    var config =
        new PassportConfig(
            new HostPort("127.0.0.1", 0),
            new HostPort("127.0.0.1", 0),
            new Realm("login.example.com", 15),
            Optional.empty(),
            Optional.empty(),
            home,
            HttpLimits.DEFAULT,
            LoginLimits.DEFAULT);
    var passport = new Passport(config, new OnlyAlice("secret"), new SpelledOut(), MINT, CLOCK);
    vertx = Vertx.vertx();
    vertx
        .deployVerticle(
            () -> new PassportVerticle(passport, Duration.ZERO),
            new DeploymentOptions().setInstances(2))
        .await(20, SECONDS);
    http = passport.bound().orElseThrow().http();
    https = passport.bound().orElseThrow().https();
  }

  @AfterAll
  static void undeploy() throws Exception {
    vertx.close().await(20, SECONDS);
  }

  /** As clients have been seen to do it. */
  static Stream<String> waysToAskTheNexus() {
    return Stream.of(
        "GET /rdr/pprdr.asp\r\n\r\n",
        "GET /rdr/pprdr.asp HTTP/1.0\r\n\r\n",
        "GET /rdr/pprdr.asp HTTP/1.1\r\nHost: nexus.passport.com\r\n\r\n",
        "GET /RDR/pprdr.asp HTTP/1.1\r\nHost: x\r\nConnection: Keep-Alive\r\n\r\n",
        "GET https://nexus.passport.com/rdr/pprdr.asp HTTP/1.0\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("waysToAskTheNexus")
  void theNexusAnswersEveryWayOfAsking(String request) throws Exception {
    assertThat(RawClient.ask(http, request)).isEqualTo(NEXUS);
  }

  @ParameterizedTest
  @MethodSource("waysToAskTheNexus")
  void theNexusAnswersOverTlsAndSaysGoodBye(String request) throws Exception {
    assertThat(TlsClient.ask(https, "TLSv1.3", request))
        .isEqualTo(new TlsClient.Reply(NEXUS, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1\r\nHost: login.example.com", "HTTP/1.0", "HTTP/1.1"})
  void aLoginGetsItsTicket(String version) throws Exception {
    assertThat(RawClient.ask(http, login(version, "secret"))).isEqualTo(success());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aLoginOverTlsGetsItsTicketAndAGoodBye(String version) throws Exception {
    assertThat(TlsClient.ask(https, version, login("HTTP/1.0", "secret")))
        .isEqualTo(new TlsClient.Reply(success(), true));
  }

  @Test
  void aWrongPasswordGetsTheFailure() throws Exception {
    assertThat(RawClient.ask(http, login("HTTP/1.1", "guess"))).isEqualTo(FAILURE);
  }

  @Test
  void itDoesNotMatterHowTheNetworkCuts() throws Exception {
    try (var client = new RawClient(http)) {
      client.sendSlowly(login("HTTP/1.1", "secret"));

      assertThat(client.hear()).isEqualTo(success());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST"})
  void whoProbesTheFrontDoorFindsItOpen(String method) throws Exception {
    var request = method + " / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";

    assertThat(RawClient.ask(http, request)).isEqualTo("HTTP/1.1 200 OK\r\n" + NOTHING);
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    assertThat(RawClient.ask(http, "GET /nowhere HTTP/1.1\r\n\r\n"))
        .isEqualTo("HTTP/1.1 404 Not Found\r\n" + NOTHING);
  }

  @Test
  void whatIsNoRequestIsABadOne() throws Exception {
    assertThat(RawClient.ask(http, "VER 1 MSNP9 MSNP8 CVR0\r\n\r\n"))
        .isEqualTo("HTTP/1.1 400 Bad Request\r\n" + NOTHING);
  }

  @Test
  void aHeadThatIsTooLargeIsAnsweredAllTheSame() throws Exception {
    var request = "GET / HTTP/1.1\r\nX: " + "x".repeat(100_000) + "\r\n\r\n";

    assertThat(RawClient.ask(http, request))
        .isEqualTo("HTTP/1.1 431 Request Header Fields Too Large\r\n" + NOTHING);
  }

  @Test
  void aSecondRequestOnTheConnectionIsNotAnswered() throws Exception {
    assertThat(RawClient.ask(http, "GET / HTTP/1.1\r\n\r\nGET /nowhere HTTP/1.1\r\n\r\n"))
        .isEqualTo("HTTP/1.1 200 OK\r\n" + NOTHING);
  }

  @Test
  void aClientThatWaitsToBeToldToGoOnIsTold() throws Exception {
    try (var client = new RawClient(http)) {
      client.send("POST / HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
      var first = client.hear("HTTP/1.1 100 Continue\r\n\r\n");
      client.send("hello");

      assertThat(first).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      assertThat(client.hear()).isEqualTo("HTTP/1.1 200 OK\r\n" + NOTHING);
    }
  }

  @Test
  void whoTrustsTheKeptCertificateTrustsTheServer() throws Exception {
    try (var socket = (SSLSocket) trusting().getSocketFactory().createSocket()) {
      socket.connect(new InetSocketAddress(https.host(), https.port()));
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();

      assertThat(socket.getSession().isValid()).isTrue();
    }
  }

  @Test
  void noiseDoesNotDisturbTheNext() throws Exception {
    var random = new Random(2);
    var fragments = List.of("GET ", "/rdr/pprdr.asp", "\r\n", "\n", " HTTP/1.1", ":", "\0", "A: b");
    for (int i = 0; i < 200; i++) {
      var noise = new StringBuilder();
      for (int n = random.nextInt(20); n > 0; n--) {
        noise.append(fragments.get(random.nextInt(fragments.size())));
      }
      sendAndLeave(i % 2 == 0 ? http : https, noise.toString());
    }

    assertThat(RawClient.ask(http, login("HTTP/1.1", "secret"))).isEqualTo(success());
    assertThat(TlsClient.ask(https, "TLSv1.3", login("HTTP/1.1", "secret")).text())
        .isEqualTo(success());
  }

  @Test
  void manyAtOnceAreAllServed() throws Exception {
    var clients = new ArrayList<RawClient>();
    try {
      for (int i = 0; i < 60; i++) {
        clients.add(new RawClient(http));
      }
      for (var client : clients) {
        client.send(login("HTTP/1.1", "secret"));
      }
      for (var client : clients) {
        assertThat(client.hear()).isEqualTo(success());
      }
    } finally {
      for (var client : clients) {
        client.close();
      }
    }
  }

  private static void sendAndLeave(HostPort where, String bytes) throws IOException {
    try (var client = new RawClient(where)) {
      client.send(bytes);
    }
  }

  private static String login(String version, String password) {
    return "GET /login2.srf "
        + version
        + "\r\nAuthorization: Passport1.4 OrgVerb=GET,"
        + "OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in=alice%40example.com,pwd="
        + password
        + ","
        + Challenge.text(NONCE, CLOCK.instant())
        + "\r\nUser-Agent: MSMSGS\r\nConnection: Keep-Alive\r\nCache-Control: no-cache\r\n\r\n";
  }

  private static String success() {
    return """
    HTTP/1.1 200 OK
    Content-Type: text/html
    Content-Length: 0
    Cache-Control: no-cache
    PassportConfig: ConfigVersion=15
    Authentication-Info: Passport1.4 da-status=success,tname=MSPAuth,tname=MSPProf,\
    tname=MSPSec,from-PP='t=%s&p=',ru=http://messenger.msn.com
    Connection: close

    """
        .formatted(MINT.issue(OnlyAlice.ALICE, NONCE))
        .replace("\n", "\r\n");
  }

  private static SSLContext trusting() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var content = Files.newInputStream(home.resolve("passport-certificate.pem"))) {
      var certificate = CertificateFactory.getInstance("X.509").generateCertificate(content);
      store.setCertificateEntry("monarch", certificate);
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
