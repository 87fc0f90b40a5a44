package im.monarch.runtime.connection;

import static im.monarch.runtime.connection.ToyServer.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import im.monarch.runtime.connection.ToyConversation.Gone;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way a conversation ends, it is told so once, and nobody else notices. */
@ExtendWith(VertxExtension.class)
class DeparturesTest {

  private ToyServer server;
  private ToyClient client;
  private ToyConversation conversation;
  private Logs logs;

  @BeforeEach
  void connect(Vertx vertx) throws Exception {
    logs = new Logs();
    server = ToyServer.start(vertx);
    client = server.connect();
    conversation = server.conversation();
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    logs.close();
  }

  @Test
  void aConversationMayEndItself() throws Exception {
    client.send("SAY a\r\nBYE\r\nSAY b\r\n");

    assertThat(client.rest()).containsExactly("a", "BYE");
    assertGone(Departure.ENDED, "a");
    assertNoTroubles();
  }

  @Test
  void aDismissedRequestEndsIt() throws Exception {
    client.send("DISMISS\r\nSAY b\r\n");

    assertThat(client.rest()).containsExactly("911 2");
    assertGone(Departure.ENDED, "");
  }

  @Test
  void aForeignRequestEndsItWithoutAWord() throws Exception {
    client.send("SAY a\r\nGET / HTTP/1.1\r\nSAY b\r\n");

    assertThat(client.rest()).containsExactly("a");
    assertGone(Departure.ENDED, "a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "UUX 1 -5\r\n", "SAY \u0000\r\n"})
  void whatCannotBeCutEndsItWithoutAWord(String malformed) throws Exception {
    client.send("SAY a\r\n" + malformed + "SAY b\r\n");

    assertThat(client.rest()).containsExactly("a");
    assertGone(Departure.MALFORMED, "a");
    assertNoTroubles();
  }

  @Test
  void aTurnThatNeverEndsDoesNotGatherNewsWithoutEnd() throws Exception {
    client.send("WAIT a\r\n");
    taken(conversation.waiting);

    IntStream.rangeClosed(0, 10_000).forEach(i -> conversation.peer.tell("SAY " + i));

    assertThat(client.rest()).isEmpty();
    assertThat(logs.troubles()).containsExactly("hanging up: too many news wait for their turn");
    conversation.release("a");
    assertGone(Departure.OVERWHELMED, "a");
  }

  @Test
  void anEndlessLineEndsIt() throws Exception {
    client.send("x".repeat(ToyConversation.STRANGER.maxLine() + 1));

    assertThat(client.rest()).isEmpty();
    assertGone(Departure.MALFORMED, "");
  }

  /** Closing with unread input would reset the connection and take the answer back. */
  @Test
  void theLastAnswerArrivesWhateverTheClientStillSends() throws Exception {
    var unread = IntStream.range(0, 5_000).mapToObj(i -> "SAY " + i).toList();

    client.send("BIG 40000\r\nBYE\r\n" + String.join("\r\n", unread) + "\r\n");

    assertThat(client.rest()).containsExactly("x".repeat(40_000), "BYE");
    assertGone(Departure.ENDED, "");
  }

  @Test
  void theClientMayClose() throws Exception {
    assertThat(client.ask("SAY a")).isEqualTo("a");

    client.close();

    assertGone(Departure.LOST, "a");
    assertNoTroubles();
  }

  @Test
  void theClientMayVanish() throws Exception {
    assertThat(client.ask("SAY a")).isEqualTo("a");

    client.reset();

    assertGone(Departure.LOST, "a");
    assertNoTroubles();
  }

  @Test
  void theClientMayVanishWhileATurnWaits() throws Exception {
    client.send("SAY a\r\nWAIT b\r\nSAY c\r\n");
    taken(conversation.waiting);
    client.reset();
    assertOthersAreServed();

    conversation.release("b");

    assertThat(taken(conversation.gone)).isIn(lost("a,b"), lost("a,b,c"));
    assertOthersAreServed();
    assertThat(conversation.gone).isEmpty();
    assertNoTroubles();
  }

  @Test
  void theClientMayVanishWhileATurnFails() throws Exception {
    client.send("WAIT b\r\n");
    taken(conversation.waiting);
    client.reset();
    assertOthersAreServed();

    conversation.fail("b");

    assertThat(taken(conversation.gone).heard()).isEmpty();
    assertOthersAreServed();
    assertThat(conversation.gone).isEmpty();
  }

  @Test
  void theServerMayStop(Vertx vertx) throws Exception {
    assertThat(client.ask("SAY a")).isEqualTo("a");

    server.stop(vertx);

    client.awaitEnd();
    assertThat(taken(conversation.gone)).isEqualTo(lost("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAIL", "THROW", "GARBLE"})
  void aFaultEndsItAndIsLoggedOnce(String fault) throws Exception {
    assertThat(client.ask("SAY a")).isEqualTo("a");

    client.send(fault + "\r\nSAY b\r\n");

    client.awaitEnd();
    assertGone(Departure.FAULT, "a");
    assertThat(logs.troubles()).containsExactly("lost a conversation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAIL", "THROW", "GARBLE"})
  void aFaultInNewsEndsItAndIsLoggedOnce(String fault) throws Exception {
    conversation.peer.tell(fault + " now");

    client.awaitEnd();
    assertGone(Departure.FAULT, "");
    assertThat(logs.troubles()).containsExactly("lost a conversation");
  }

  @Test
  void aFaultAfterAWhileEndsItAndIsLoggedOnce() throws Exception {
    client.send("WAIT a\r\nSAY b\r\n");
    taken(conversation.waiting);

    conversation.fail("a");

    client.awaitEnd();
    assertGone(Departure.FAULT, "");
    assertThat(logs.troubles()).containsExactly("lost a conversation");
  }

  @Test
  void aFaultInWhatIsSaidAfterAWhileEndsIt() throws Exception {
    client.send("WAIT GARBLE\r\nSAY b\r\n");
    taken(conversation.waiting);

    conversation.release("GARBLE");

    client.awaitEnd();
    assertThat(taken(conversation.gone).reason()).isEqualTo(Departure.FAULT);
    assertOthersAreServed();
    assertThat(conversation.gone).isEmpty();
    assertThat(logs.troubles()).containsExactly("lost a conversation");
  }

  @Test
  void aGoodByeThatFailsIsNotRepeated() throws Exception {
    conversation.becomeClumsy();

    client.send("BYE\r\n");

    assertThat(client.rest()).containsExactly("BYE");
    assertGone(Departure.ENDED, "");
    assertThat(logs.troubles()).hasSize(1);
  }

  @Test
  void newsForSomebodyGoneAreNobodysBusiness() throws Exception {
    client.send("BYE\r\n");
    assertThat(client.rest()).containsExactly("BYE");

    conversation.peer.tell("SAY a");

    assertGone(Departure.ENDED, "");
    assertThat(conversation.turns).hasValue(1);
    assertNoTroubles();
  }

  /** A client that has everything it was told but does not hang up is hung up on. */
  @Test
  @Timeout(value = 30, threadMode = SEPARATE_THREAD)
  void aClientThatLingersIsCutOff() throws Exception {
    client.send("BYE\r\n");
    assertThat(client.rest()).containsExactly("BYE");

    while (!client.isCutOff("SAY " + "x".repeat(1_000) + "\r\n")) {
      Thread.onSpinWait();
    }

    assertGone(Departure.ENDED, "");
  }

  private void assertGone(Departure reason, String heard) throws Exception {
    assertThat(taken(conversation.gone)).isEqualTo(new Gone(reason, heard));
    assertOthersAreServed();
    assertThat(conversation.gone).isEmpty();
  }

  private static Gone lost(String heard) {
    return new Gone(Departure.LOST, heard);
  }

  /** Also a barrier: everybody shares one event loop. */
  private void assertOthersAreServed() throws Exception {
    try (var other = server.connect()) {
      assertThat(other.ask("SAY still")).isEqualTo("still");
      server.conversation();
    }
  }

  private void assertNoTroubles() {
    assertThat(logs.troubles()).isEqualTo(List.of());
  }
}
