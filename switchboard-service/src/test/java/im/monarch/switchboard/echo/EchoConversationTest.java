package im.monarch.switchboard.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.payload.MimeMessage;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.connection.Dialler.Wire;
import im.monarch.switchboard.echo.EchoSession.Ring;
import im.monarch.switchboard.stage.People;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class EchoConversationTest {

  private static final Ring RING = new Ring("11752013", new HostPort("127.0.0.1", 1865), "97c0");
  private static final Payload HELLO =
      MimeMessage.of("text/plain; charset=UTF-8").body("Grüße\r\n\r\n");

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final List<Payload> messages = new CopyOnWriteArrayList<>();
  private final Wire wire =
      new Wire() {
        @Override
        public void say(String line) {
          said.add(line);
        }

        @Override
        public void say(String line, Payload payload) {
          said.add(line);
          messages.add(payload);
        }

        @Override
        public void hangUp() {
          said.add("(hangs up)");
        }
      };

  private EchoConversation echo;

  @BeforeEach
  void comes(Vertx vertx) {
    echo = new EchoConversation(vertx, People.handle("echo"), RING, wire);
  }

  @Test
  void itFollowsTheInvitation() {
    assertThat(said).containsExactly("ANS 1 echo@example.com 97c0 11752013");
  }

  @Test
  void itTypesAndSaysWhatItWasTold() {
    isWith("alice");

    hears(HELLO);

    await().until(() -> messages.size() == 2);
    assertThat(messages.getFirst().utf8())
        .contains("text/x-msmsgscontrol\r\nTypingUser: echo@example.com\r\n");
    assertThat(messages.getLast()).isEqualTo(HELLO);
    assertThat(said.subList(1, 3))
        .containsExactly("MSG 2 U " + messages.getFirst().length(), "MSG 3 U " + HELLO.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/x-msmsgscontrol", "text/x-msmsgsinvite; charset=UTF-8", "image/gif"})
  void itDoesNotAnswerWhatItCannotDo(String contentType) {
    isWith("alice");

    hears(MimeMessage.of(contentType).body("x"));
    hears(Payload.NONE);
    hears(HELLO);

    await().until(() -> messages.size() == 2);
    assertThat(messages.getLast()).isEqualTo(HELLO);
  }

  @Test
  void itDoesNotAnswerEverythingAtOnce() {
    isWith("alice");

    for (int i = 0; i < 100; i++) {
      hears(HELLO);
    }

    assertThat(messages).hasSize(5);
  }

  @Test
  void itStaysForWhoeverIsThere() {
    isWith("alice");
    hears("JOI", "bob@example.com", "Bob");
    hears("BYE", "alice@example.com");
    assertThat(said).doesNotContain("OUT");

    hears("BYE", "bob@example.com", "1");

    assertThat(said).endsWith("OUT");
  }

  @Test
  void itDoesNotStayAlone() {
    hears("ANS", "1", "OK");

    assertThat(said).endsWith("OUT");
  }

  private void isWith(String name) {
    hears("IRO", "1", "1", "1", name + "@example.com", name);
    hears("ANS", "1", "OK");
  }

  private void hears(String verb, String... words) {
    echo.hear(new Frame(verb, List.of(words), Payload.NONE));
  }

  private void hears(Payload message) {
    var words = List.of("alice@example.com", "Alice", String.valueOf(message.length()));
    echo.hear(new Frame("MSG", words, message));
  }
}
