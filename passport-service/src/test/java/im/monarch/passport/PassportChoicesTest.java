package im.monarch.passport;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import im.monarch.domain.guessing.LoginLimits;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.passport.http.HttpLimits;
import im.monarch.passport.nexus.Realm;
import im.monarch.passport.stage.HandClock;
import im.monarch.passport.stage.OnlyAlice;
import im.monarch.passport.stage.RawClient;
import im.monarch.passport.stage.SpelledOut;
import im.monarch.passport.stage.TlsClient;
import im.monarch.passport.tls.CertificateFiles;
import im.monarch.passport.tls.KeptCertificate;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration can change. */
class PassportChoicesTest {

  private static final String FRONT_DOOR = "GET / HTTP/1.1\r\n\r\n";

  private static final Optional<CertificateFiles> NO_FILES = Optional.empty();

  @TempDir private Path home;
  private final HandClock clock = new HandClock();
  private HttpLimits limits = HttpLimits.DEFAULT;
  private Vertx vertx;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(20, SECONDS);
  }

  @Test
  void aLoginPageElsewhereIsNamed() throws Exception {
    var bound =
        deploy(config(Optional.of("https://login2.example.com/login2.srf?lc=1033"), NO_FILES));

    assertThat(RawClient.ask(bound.http(), "GET /login2.srf HTTP/1.0\r\n\r\n"))
        .isEqualTo(
            """
            HTTP/1.1 302 Found
            Location: https://login2.example.com/login2.srf?lc=1033
            Authentication-Info: Passport1.4 da-status=redir
            Content-Length: 0
            Connection: close

            """
                .replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login2.example.com/login2.srf",
        "login2.example.com/login2.srf",
        "https://login2.example.com/a b",
        "https://login2.example.com/\r\nSet-Cookie: x",
        "https://localhost/login2.srf",
      })
  void aLoginPageThatClientsCannotReachIsRefused(String redirectTo) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config(Optional.of(redirectTo), NO_FILES))
        .withMessageStartingWith("redirectTo: ");
  }

  @Test
  void aConfiguredCertificateIsUsedAndNoneIsMade() throws Exception {
    var files = new KeptCertificate(home.resolve("own"), "example.com", clock).obtain();

    var bound = deploy(config(Optional.empty(), Optional.of(files)));

    assertThat(TlsClient.ask(bound.https(), "TLSv1.2", FRONT_DOOR).saidGoodBye()).isTrue();
    assertThat(Files.exists(home.resolve("data"))).isFalse();
  }

  @Test
  void aConfiguredCertificateThatIsMissingStopsTheStart() {
    var missing = new CertificateFiles(Path.of("/none/c.pem"), Path.of("/none/k.pem"));

    assertThatException()
        .isThrownBy(() -> deploy(config(Optional.empty(), Optional.of(missing))))
        .withMessageContaining("/none/c.pem");
  }

  @Test
  void limitsAreSharedByBothListeners() throws Exception {
    limits = new HttpLimits(1_024, 1_024, Duration.ofSeconds(15), 1, 1);
    var bound = deploy(config(Optional.empty(), NO_FILES));

    try (var first = new RawClient(bound.http())) {
      first.send("GET / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
      first.hear("HTTP/1.1 100 Continue\r\n\r\n"); // so it is inside

      assertThat(TlsClient.ask(bound.https(), "TLSv1.3", FRONT_DOOR).text()).isEmpty();
    }
  }

  private Passport.Bound deploy(PassportConfig config) throws Exception {
    var mint = new TicketMint(new byte[TicketMint.KEY_BYTES], Duration.ofSeconds(30), clock);
    var passport = new Passport(config, new OnlyAlice("secret"), new SpelledOut(), mint, clock);
    vertx.deployVerticle(new PassportVerticle(passport, Duration.ZERO)).await(20, SECONDS);
    return passport.bound().orElseThrow();
  }

  private PassportConfig config(
      Optional<String> redirectTo, Optional<CertificateFiles> certificate) {
    return new PassportConfig(
        new HostPort("127.0.0.1", 0),
        new HostPort("127.0.0.1", 0),
        new Realm("localhost", 15),
        redirectTo,
        certificate,
        home.resolve("data"),
        limits,
        LoginLimits.DEFAULT);
  }
}
