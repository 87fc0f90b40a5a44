package im.monarch.conformance.chaos.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final int SILENCE_MILLIS = 200;
  private static final int PATIENCE_MILLIS = 10_000;

  private ServerSocket server;
  private Relay relay;
  private Socket client;
  private Socket served;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 0, HERE);
    relay = new Relay(HERE.getHostAddress(), new InetSocketAddress(HERE, server.getLocalPort()));
    client = new Socket(HERE, relay.port());
    served = server.accept();
    served.setSoTimeout(PATIENCE_MILLIS);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    served.close();
    relay.close();
    server.close();
  }

  @Test
  void whatIsSaidIsPassedOn() throws IOException {
    say("hello");

    assertThat(heard()).isEqualTo("hello");
  }

  @Test
  void whatIsSaidWhileItIsCutIsKept() throws IOException {
    relay.cut();
    say("hello");

    served.setSoTimeout(SILENCE_MILLIS);
    assertThatThrownBy(this::heard).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void whatWasKeptIsPassedOnWhenItIsWhole() throws IOException {
    relay.cut();
    say("hello");
    relay.heal();

    assertThat(heard()).isEqualTo("hello");
  }

  @Test
  void whatIsLateArrives() throws IOException {
    relay.delay(1);
    say("hello");

    assertThat(heard()).isEqualTo("hello");
  }

  @Test
  void whoeverHangsUpIsGoneForTheOtherSide() throws IOException {
    client.close();

    assertThat(served.getInputStream().read()).isNegative();
  }

  @Test
  void whoeverHangsUpWhileItIsCutIsNotGoneYet() throws IOException {
    relay.cut();
    client.close();

    served.setSoTimeout(SILENCE_MILLIS);
    assertThatThrownBy(this::heard).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void whoeverHungUpWhileItWasCutIsGoneWhenItIsWhole() throws IOException {
    relay.cut();
    client.close();
    relay.heal();

    assertThat(served.getInputStream().read()).isNegative();
  }

  private void say(String line) throws IOException {
    client.getOutputStream().write((line + "\n").getBytes(US_ASCII));
  }

  private String heard() throws IOException {
    return new BufferedReader(new InputStreamReader(served.getInputStream(), US_ASCII)).readLine();
  }
}
