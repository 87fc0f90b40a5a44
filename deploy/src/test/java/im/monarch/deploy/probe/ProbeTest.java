package im.monarch.deploy.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.monarch.protocol.vocabulary.HostPort;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that says one prepared line for every line it hears, and then hangs up. */
class ProbeTest {

  private static final HostPort NOWHERE = new HostPort("127.0.0.1", 1);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void aClientThatIsNotAcceptedIsSaidToNeedARow() {
    var failure = probe("VER 1 MSNP9", "420 2");

    assertThat(failure)
        .hasMessage(
            "the server answered 420 2 (client not accepted), expected was a row for MSNMSGR in"
                + " the key clients");
    assertThat(failure.check()).isEqualTo("the key clients");
  }

  @Test
  void aServiceWithoutNotificationServerIsSaidToBe() {
    var failure = probe("VER 1 MSNP9", "CVR 2 6 6 6 http://a http://b", "910 3");

    assertThat(failure).hasMessageStartingWith("dispatch answered 910 3 (too busy)");
    assertThat(failure.check()).contains("does a notification server run");
  }

  @Test
  void aNotificationServerThatIsNotThereIsNamedWithItsKey() {
    var failure =
        probe("VER 1 MSNP9", "CVR 2 6 6 6 http://a http://b", "XFR 3 NS " + NOWHERE + " 0 x:1");

    assertThat(failure).hasMessageContaining("no connection to the notification server");
    assertThat(failure.check()).contains("notification.advertise");
  }

  @Test
  void aServerThatHangsUpIsSaidTo() {
    assertThat(probe("VER 1 MSNP9")).hasMessageContaining("hung up");
  }

  @Test
  void theDialogueIsShown() {
    probe("VER 1 MSNP9", "420 2");

    assertThat(out.toString(UTF_8).lines())
        .contains("C: VER 1 MSNP9 MSNP8 CVR0", "S: VER 1 MSNP9", "S: 420 2");
  }

  private ProbeFailure probe(String... answers) {
    Thread.ofVirtual().start(() -> talk(List.of(answers)));
    var target =
        new Probe.Target(
            new HostPort("127.0.0.1", server.getLocalPort()), NOWHERE, Probe.Login.TWEENER);
    var dialogue = new Dialogue(new PrintStream(out, true, UTF_8));
    return catchThrowableOfType(
        ProbeFailure.class, () -> new Probe(target, "alice@example.com", "secret", dialogue).run());
  }

  private void talk(List<String> answers) {
    try (var client = server.accept();
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
      for (var answer : answers) {
        in.readLine();
        client.getOutputStream().write((answer + "\r\n").getBytes(UTF_8));
      }
      in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
