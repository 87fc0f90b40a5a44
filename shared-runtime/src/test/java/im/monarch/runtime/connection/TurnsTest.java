package im.monarch.runtime.connection;

import static im.monarch.runtime.connection.ToyServer.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class TurnsTest {

  @Test
  void requestsAreAnsweredInOrder(Vertx vertx) throws Exception {
    try (var client = ToyServer.start(vertx).connect()) {
      client.send("SAY a\r\nSAY b\nSAY").send(" c\r").send("\n");

      assertThat(client.line()).isEqualTo("a");
      assertThat(client.line()).isEqualTo("b");
      assertThat(client.line()).isEqualTo("c");
    }
  }

  @Test
  void requestsWaitWhileATurnWaits(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var client = server.connect()) {
      var conversation = server.conversation();
      client.send("SAY a\r\nWAIT b\r\nSAY c\r\nWAIT d\r\nHEARD\r\n");
      taken(conversation.waiting);

      assertThat(client.line()).isEqualTo("a");
      assertThat(conversation.turns).hasValue(2);
      conversation.release("b");
      taken(conversation.waiting);
      conversation.release("d");

      assertThat(client.line()).isEqualTo("b");
      assertThat(client.line()).isEqualTo("c");
      assertThat(client.line()).isEqualTo("d");
      assertThat(client.line()).isEqualTo("a,b,c,d");
    }
  }

  @Test
  void newsWaitWhileATurnWaits(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var client = server.connect()) {
      var conversation = server.conversation();
      client.send("WAIT a\r\n");
      taken(conversation.waiting);
      conversation.peer.tell("SAY b");
      conversation.peer.tell("SAY c");
      client.send("HEARD\r\n");

      conversation.release("a");

      assertThat(client.line()).isEqualTo("a");
      assertThat(client.line()).isEqualTo("b");
      assertThat(client.line()).isEqualTo("c");
      assertThat(client.line()).isEqualTo("a,b,c");
    }
  }

  @Test
  void requestsWaitWhileNewsWait(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var client = server.connect()) {
      var conversation = server.conversation();
      conversation.peer.tell("WAIT a");
      taken(conversation.waiting);
      client.send("SAY b\r\n");
      conversation.peer.tell("SAY c");

      conversation.release("a");

      assertThat(client.line()).isEqualTo("a");
      assertThat(client.line() + client.line()).isIn("bc", "cb");
    }
  }

  @Test
  void newsOfOneSenderComeInOrder(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var client = server.connect()) {
      var conversation = server.conversation();

      for (int i = 0; i < 1_000; i++) {
        conversation.peer.tell("SAY " + i);
      }

      for (int i = 0; i < 1_000; i++) {
        assertThat(client.line()).isEqualTo(Integer.toString(i));
      }
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredTogether(Vertx vertx) throws Exception {
    try (var client = ToyServer.start(vertx).connect()) {
      client.send("SAY x\r\n".repeat(200));

      assertThat(client.segment()).isEqualTo("x\r\n".repeat(200));
    }
  }

  @Test
  void whatWaitsTogetherIsAnsweredTogether(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var client = server.connect()) {
      var conversation = server.conversation();
      client.send("WAIT a\r\nSAY b\r\nSAY c\r\n");
      taken(conversation.waiting);

      conversation.release("a");

      assertThat(client.segment()).isEqualTo("a\r\nb\r\nc\r\n");
    }
  }

  @Test
  void aRefusalLeavesTheStateAsItIs(Vertx vertx) throws Exception {
    try (var client = ToyServer.start(vertx).connect()) {
      client.send("SAY a\r\nREFUSE\r\nHEARD\r\n");

      assertThat(client.line()).isEqualTo("a");
      assertThat(client.line()).isEqualTo("201 1");
      assertThat(client.line()).isEqualTo("a");
    }
  }

  /**
   * The turn that signs in takes a while; what follows in the same segment is for its new state.
   */
  @Test
  void theLimitsOfAStateHoldForItsFirstCommand(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var client = server.connect()) {
      var conversation = server.conversation();
      client.send("IN\r\nUUX 1 500\r\n" + "x".repeat(500) + "SAY " + "y".repeat(900) + "\r\n");
      taken(conversation.waiting);

      conversation.release("IN");

      assertThat(client.line()).isEqualTo("IN");
      assertThat(client.line()).isEqualTo("UUX");
      assertThat(client.line()).isEqualTo("y".repeat(900));
    }
  }

  @Test
  void everythingIsReadThatWasSentWhileATurnWaited(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var client = server.connect()) {
      var conversation = server.conversation();
      client.send("WAIT a\r\n");
      taken(conversation.waiting);
      var numbers = IntStream.range(0, 20_000).mapToObj(Integer::toString).toList();
      var sent =
          vertx.executeBlocking(
              () ->
                  client.send(
                      numbers.stream().collect(Collectors.joining("\r\nSAY ", "SAY ", "\r\n"))));

      conversation.release("a");

      assertThat(client.line()).isEqualTo("a");
      for (var number : numbers) {
        assertThat(client.line()).isEqualTo(number);
      }
      assertThat(sent.succeeded()).isTrue();
    }
  }

  @Test
  void theClientsAddressIsKnown(Vertx vertx) throws Exception {
    var server = ToyServer.start(vertx);
    try (var client = server.connect()) {
      assertThat(client.ask("SAY a")).isEqualTo("a");

      var peer = server.conversation().peer;

      assertThat(peer.host()).isEqualTo("127.0.0.1");
      assertThat(peer.port()).isPositive();
    }
  }
}
