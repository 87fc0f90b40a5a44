package im.monarch.runtime.connection;

import static im.monarch.runtime.connection.ToyServer.taken;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.runtime.connection.ToyConversation.Gone;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SlowReaderTest {

  private static final int PIECE = 50_000;
  private static final int QUEUED = ToyServer.PATIENT.queuedBytes();

  /** What the kernel takes for a client that does not read: some megabytes at most. */
  private static final int KERNEL = 16 << 20;

  private static final Gone CUT_OFF = new Gone(Departure.SLOW_READER, "");

  @Test
  void whoeverDoesNotReadTheNewsIsCutOffAtTheBound(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var deaf = server.connectSlowly();
        var other = server.connect()) {
      var conversation = server.conversation();
      int told = 0;
      while (conversation.gone.isEmpty()) {
        conversation.peer.tell("BIG " + PIECE);
        assertThat(other.ask("SAY a")).isEqualTo("a");
        told++;
      }

      assertThat(conversation.gone.remove()).isEqualTo(CUT_OFF);
      assertThat((long) told * PIECE).isBetween((long) QUEUED, (long) QUEUED + KERNEL);
      deaf.awaitEnd();
    }
  }

  @Test
  void whoeverAsksForMuchInOneBreathIsCutOffAtTheBound(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var deaf = server.connectSlowly()) {
      var conversation = server.conversation();

      deaf.send(("BIG " + PIECE + "\r\n").repeat(5_000));

      assertThat(taken(conversation.gone)).isEqualTo(CUT_OFF);
      assertThat((long) conversation.turns.get() * PIECE).isLessThan((long) QUEUED + KERNEL);
    }
  }

  @Test
  void whoeverReadsGetsEverything(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var reader = server.connect()) {
      for (int i = 0; i < 1_000; i++) {
        assertThat(reader.ask("BIG " + PIECE)).hasSize(PIECE);
      }
    }
  }

  @Test
  void oneAnswerMayBeLongerThanTheBound(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var reader = server.connect()) {
      assertThat(reader.ask("BIG " + 10 * QUEUED)).hasSize(10 * QUEUED);
      assertThat(reader.ask("SAY a")).isEqualTo("a");
    }
  }

  @Test
  void aGoodByeDoesNotWaitForWhoeverDoesNotRead(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var deaf = server.connectSlowly()) {
      var conversation = server.conversation();
      deaf.send("BIG " + KERNEL + "\r\nBYE\r\n");

      var gone = taken(conversation.gone);

      assertThat(gone.reason()).isIn(Departure.ENDED, Departure.SLOW_READER);
    }
  }
}
