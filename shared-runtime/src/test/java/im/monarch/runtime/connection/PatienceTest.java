package im.monarch.runtime.connection;

import static im.monarch.runtime.connection.ToyServer.LONG;
import static im.monarch.runtime.connection.ToyServer.taken;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.runtime.connection.ToyConversation.Gone;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class PatienceTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final int QUEUED = 64 * 1_024;

  @Test
  void whoeverDoesNotSignInIsCutOff(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx, new ConnectionLimits(SHORT, LONG, QUEUED));
    try (var signedIn = server.connect();
        var silent = server.connect()) {
      var settled = server.conversation();
      signedIn.send("IN\r\n");
      taken(settled.waiting);
      settled.release("IN");
      assertThat(signedIn.line()).isEqualTo("IN");

      silent.awaitEnd();

      assertThat(taken(server.conversation().gone)).isEqualTo(new Gone(Departure.TOO_LATE, ""));
      assertThat(signedIn.ask("SAY a")).isEqualTo("a");
    }
  }

  @Test
  void talkingDoesNotPutOffTheDeadline(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx, new ConnectionLimits(SHORT, LONG, QUEUED));
    try (var talker = server.connect()) {
      var conversation = server.conversation();
      while (talker.isAnswered("SAY a")) {
        Thread.onSpinWait();
      }

      assertThat(taken(conversation.gone).reason()).isEqualTo(Departure.TOO_LATE);
    }
  }

  @Test
  void whoeverIsSilentForTooLongIsCutOff(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx, new ConnectionLimits(LONG, SHORT, QUEUED));
    try (var silent = server.connect();
        var stranger = server.connect()) {
      var conversation = server.conversation();
      silent.send("IN\r\n");
      taken(conversation.waiting);
      conversation.release("IN");
      assertThat(silent.line()).isEqualTo("IN");

      silent.awaitEnd();

      assertThat(taken(conversation.gone)).isEqualTo(new Gone(Departure.IDLE, ""));
      assertThat(stranger.ask("SAY a")).isEqualTo("a");
    }
  }

  @Test
  void whoeverSaysSomethingNowAndThenStays(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx, new ConnectionLimits(LONG, Duration.ofMillis(900), QUEUED));
    try (var talker = server.connect();
        var silent = server.connect()) {
      var talking = settle(server, talker);
      var silence = settle(server, silent);

      while (silence.gone.isEmpty()) {
        assertThat(talker.ask("SAY a")).isEqualTo("a");
      }

      assertThat(silence.gone.remove().reason()).isEqualTo(Departure.IDLE);
      assertThat(talking.gone).isEmpty();
    }
  }

  private static ToyConversation settle(ToyServer server, ToyClient client) throws Exception {
    var conversation = server.conversation();
    client.send("IN\r\n");
    taken(conversation.waiting);
    conversation.release("IN");
    assertThat(client.line()).isEqualTo("IN");
    return conversation;
  }

  @Test
  void aWaitingTurnDoesNotPutOffTheDeadline(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx, new ConnectionLimits(SHORT, LONG, QUEUED));
    try (var client = server.connect()) {
      var conversation = server.conversation();
      client.send("WAIT a\r\n");
      taken(conversation.waiting);
      client.awaitEnd();

      conversation.release("a");

      assertThat(taken(conversation.gone)).isEqualTo(new Gone(Departure.TOO_LATE, "a"));
    }
  }
}
