package im.monarch.passport.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import im.monarch.passport.stage.RawClient;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the front does with clients and pages that do not behave. */
class HttpFrontTest {

  private static final HttpLimits IMPATIENT =
      new HttpLimits(1_024, 1_024, Duration.ofMillis(200), 100, 2);
  private static final Page SILENT = request -> Promise.<HttpAnswer>promise().future();
  private static final Page SMALL = Page.always(HttpAnswer.of(Status.OK));
  private static final String NOTHING = "Content-Length: 0\r\nConnection: close\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\n" + NOTHING;

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
  void whoNeverEndsItsRequestIsToldSoAndLeft() throws Exception {
    assertThat(RawClient.ask(open(SILENT), "GET / HTTP/1.1\r\nHost:"))
        .isEqualTo("HTTP/1.1 408 Request Timeout\r\n" + NOTHING);
  }

  @Test
  void whoNeverSpeaksIsLeft() throws Exception {
    assertThat(RawClient.ask(open(SILENT), "")).isEmpty();
  }

  @Test
  void whenAPageNeverAnswersTheClientMayComeAgain() throws Exception {
    assertThat(RawClient.ask(open(SILENT), "GET / HTTP/1.1\r\n\r\n"))
        .isEqualTo("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\n" + NOTHING);
  }

  @Test
  void aPageThatThrowsIsAnErrorWithoutDetails() throws Exception {
    Page broken =
        request -> {
          throw new IllegalStateException("details");
        };

    assertThat(RawClient.ask(open(broken), "GET / HTTP/1.1\r\n\r\n"))
        .isEqualTo("HTTP/1.1 500 Internal Server Error\r\n" + NOTHING);
  }

  @Test
  void whoNeverReadsIsLeft() throws Exception {
    var large = HttpAnswer.of(Status.OK).with(Buffer.buffer(new byte[32 << 20]));
    var site = Routes.none().with("/large", Page.always(large)).with("/", SMALL);
    var where = open(site);

    try (var deaf = new RawClient(where);
        var alsoDeaf = new RawClient(where)) {
      deaf.send("GET /large HTTP/1.1\r\n\r\n");
      alsoDeaf.send("GET /large HTTP/1.1\r\n\r\n");

      // Nobody else gets in from here till one of the two is gone.
      await().until(() -> RawClient.ask(where, "GET / HTTP/1.1\r\n\r\n"), OK::equals);
    }
  }

  @Test
  void everyEventLoopListensOnTheSameFreePort() throws Exception {
    var front = front(SMALL);

    var first = front.listen(vertx).await(20, SECONDS);
    var second = front.listen(vertx).await(20, SECONDS);
    var other = open(SMALL);

    assertThat(second).isEqualTo(first).isNotEqualTo(other);
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var where = new HostPort("127.0.0.1", taken.getLocalPort());
      var front = new HttpFront(where, SMALL, IMPATIENT, new Doorkeeper(IMPATIENT));

      assertThatException()
          .isThrownBy(() -> front.listen(vertx).await(20, SECONDS))
          .withMessageContaining("cannot listen on " + where);
    }
  }

  @Test
  void oneAddressCannotTakeAllConnections() throws Exception {
    var where = open(SMALL);

    try (var first = new RawClient(where);
        var second = new RawClient(where);
        var third = new RawClient(where)) {
      first.send("G");
      second.send("G");

      assertThat(third.hear()).isEmpty();
    }
  }

  @Test
  void placesAreFreeAgainWhenClientsHaveLeft() throws Exception {
    var where = open(SMALL);

    for (int i = 0; i < 20; i++) {
      assertThat(RawClient.ask(where, "GET / HTTP/1.1\r\n\r\n")).isEqualTo(OK);
    }
  }

  private HostPort open(Page site) throws Exception {
    return front(site).listen(vertx).await(20, SECONDS);
  }

  private static HttpFront front(Page site) {
    return new HttpFront(new HostPort("127.0.0.1", 0), site, IMPATIENT, new Doorkeeper(IMPATIENT));
  }
}
