package im.monarch.runtime.connection;

import static im.monarch.runtime.connection.ToyServer.LONG;
import static im.monarch.runtime.connection.ToyServer.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that begin with SAY have another conversation than all others: it is told so. */
@ExtendWith(VertxExtension.class)
class SharedListenerTest {

  @Test
  void theFirstWordTellsWhichConversationItIs(Vertx vertx) throws Exception {
    int port = start(vertx, PATIENT);
    try (var usual = new ToyClient(port, 0);
        var other = new ToyClient(port, 0)) {
      assertThat(usual.ask("HEARD")).isEqualTo("usual");
      assertThat(other.ask("SAY a")).isEqualTo("a");
      assertThat(other.ask("HEARD")).isEqualTo("other,a");
    }
  }

  @Test
  void onlyTheFirstWordCounts(Vertx vertx) throws Exception {
    int port = start(vertx, PATIENT);
    try (var usual = new ToyClient(port, 0)) {
      usual.ask("HEARD");

      assertThat(usual.ask("SAY a")).isEqualTo("a");
      assertThat(usual.ask("HEARD")).isEqualTo("usual,a");
    }
  }

  @Test
  void theFirstWordMayComeByteByByte(Vertx vertx) throws Exception {
    int port = start(vertx, PATIENT);
    try (var other = new ToyClient(port, 0)) {
      for (char c : "SAY a\r\nHEARD\r\n".toCharArray()) {
        other.send(String.valueOf(c));
      }

      assertThat(other.line()).isEqualTo("a");
      assertThat(other.line()).isEqualTo("other,a");
    }
  }

  @Test
  void everythingMayComeAtOnce(Vertx vertx) throws Exception {
    int port = start(vertx, PATIENT);
    try (var other = new ToyClient(port, 0)) {
      other.send("SAY a\r\nSAY b\r\nHEARD\r\n");

      assertThat(other.line()).isEqualTo("a");
      assertThat(other.line()).isEqualTo("b");
      assertThat(other.line()).isEqualTo("other,a,b");
    }
  }

  @Test
  void whatIsNoCommandIsForTheUsualConversation(Vertx vertx) throws Exception {
    int port = start(vertx, PATIENT);
    try (var long4 = new ToyClient(port, 0);
        var blank = new ToyClient(port, 0)) {
      assertThat(long4.send("GARBLEGARBLE a\r\n").rest()).isEmpty();
      assertThat(blank.send("\r\n").rest()).isEmpty();
    }
  }

  @Test
  void whoeverSaysNothingIsNotWaitedFor(Vertx vertx) throws Exception {
    int port = start(vertx, new ConnectionLimits(Duration.ofMillis(50), LONG, 65_536));
    try (var silent = new ToyClient(port, 0);
        var half = new ToyClient(port, 0)) {
      half.send("SA");

      silent.awaitEnd();
      half.awaitEnd();
    }
  }

  @Test
  void whoeverGoesBeforeTheFirstWordIsForgotten(Vertx vertx) throws Exception {
    int port = start(vertx, PATIENT);
    try (var gone = new ToyClient(port, 0);
        var other = new ToyClient(port, 0)) {
      gone.send("S").reset();

      assertThat(other.ask("SAY a")).isEqualTo("a");
    }
  }

  private static int start(Vertx vertx, ConnectionLimits limits) throws IOException {
    var bound = new CompletableFuture<HostPort>();
    var usual = talk(limits, "usual");
    var other = talk(limits, "other");
    vertx
        .deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                return new SharedListener(
                        vertx,
                        usual,
                        word -> word.equals("SAY") ? Optional.of(other) : Optional.empty())
                    .listen(new HostPort("127.0.0.1", 0))
                    .onSuccess(bound::complete);
              }
            })
        .onFailure(bound::completeExceptionally);
    return bound.orTimeout(10, TimeUnit.SECONDS).join().port();
  }

  private static Talk<ToyState, Frame, String, String> talk(ConnectionLimits limits, String name) {
    return new Talk<>(
        limits,
        peer ->
            new ToyConversation(peer) {
              @Override
              public ToyState opening() {
                return super.opening().after(name);
              }
            });
  }
}
