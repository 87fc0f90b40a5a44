package im.monarch.switchboard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.limits.Rate;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.connection.ConnectionLimits;
import im.monarch.runtime.connection.Idleness;
import im.monarch.runtime.connection.Pace;
import im.monarch.switchboard.stage.Caller;
import im.monarch.switchboard.stage.Exchange;
import im.monarch.switchboard.stage.People;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only sockets show: bytes, bounds, and connections that break. */
class SocketsTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final int QUEUED = 64 * 1_024;
  private static final ConnectionLimits LIMITS = limits(LONG, LONG, Optional.empty());

  private final Vertx vertx = Vertx.vertx();
  private final Exchange exchange = new Exchange(20, Clock.systemUTC());

  @AfterEach
  void stop() throws TimeoutException {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void bytesOfEveryValueArriveAsTheyWereSent() throws IOException, TimeoutException {
    var server = start(LIMITS);
    try (var alice = begins(server, "alice");
        var bob = joins(server, alice, "bob")) {
      var bytes = new byte[1_664];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (i * 7);
      }
      alice.sends(message("MSG 4 D 1664", bytes));

      assertThat(bob.hears())
          .isEqualTo("MSG alice@example.com Alice 1664\r\n" + new String(bytes, ISO_8859_1));
      assertThat(alice.hears()).isEqualTo("ACK 4");
    }
  }

  @Test
  void oneByteTooManyClosesTheSenderOnly() throws IOException, TimeoutException {
    var server = start(LIMITS);
    try (var alice = begins(server, "alice");
        var bob = joins(server, alice, "bob")) {
      alice.sends(message("MSG 4 A 1665", new byte[1_665]));

      assertThat(alice.hearsUntilTheEnd()).isEmpty();
      assertThat(bob.hears()).isEqualTo("BYE alice@example.com");
      assertThat(bob.says(5, 'A', "anybody?").hears()).isEqualTo("NAK 5");
    }
  }

  @Test
  void aSmallLetterClosesTheSenderOnly() throws IOException, TimeoutException {
    var server = start(LIMITS);
    try (var alice = begins(server, "alice");
        var bob = joins(server, alice, "bob")) {
      alice.says("MSG 4 a 2\r\nhi");

      assertThat(alice.hearsUntilTheEnd()).isEmpty();
      assertThat(bob.hears()).isEqualTo("BYE alice@example.com");
    }
  }

  @Test
  void aClientMaySayEverythingByteByByte() throws IOException, TimeoutException {
    var server = start(LIMITS);
    var key = exchange.keyFor("alice").text();
    try (var alice = Caller.connect(server)) {
      var text = "USR 1 alice@example.com " + key + "\r\nMSG 2 A 4\r\nab\r\n";
      for (byte one : text.getBytes(US_ASCII)) {
        alice.sends(new byte[] {one});
      }

      assertThat(alice.hears()).isEqualTo("USR 1 OK alice@example.com Alice");
      assertThat(alice.hears()).isEqualTo("NAK 2");
    }
  }

  @Test
  void aClientMaySayEverythingAtOnce() throws IOException, TimeoutException {
    var server = start(LIMITS);
    var key = exchange.keyFor("alice").text();
    try (var alice = Caller.connect(server)) {
      alice.says(
          "USR 1 alice@example.com "
              + key
              + "\r\nCAL 2 bob@example.com\r\nMSG 3 A 2\r\nhiMSG 4 D 2\r\nhiCAL 5 nobody\r\n");

      assertThat(alice.hearsUntil("208 5"))
          .containsExactly("USR 1 OK alice@example.com Alice", "217 2", "NAK 3", "282 4", "208 5");
    }
  }

  @Test
  void whatWasSaidBeforeSomebodyLeftIsStillTold() throws IOException, TimeoutException {
    var server = start(LIMITS);
    try (var alice = begins(server, "alice");
        var bob = joins(server, alice, "bob")) {
      for (int i = 0; i < 100; i++) {
        alice.says(i, 'A', "message " + i);
      }
      alice.hearsUntil("ACK 99");
      bob.says("OUT");

      assertThat(bob.hearsUntilTheEnd()).hasSize(100);
      assertThat(alice.hears()).isEqualTo("BYE bob@example.com");
    }
  }

  @Test
  void whoeverIsCutOffIsGone() throws IOException, TimeoutException {
    var server = start(LIMITS);
    try (var alice = begins(server, "alice");
        var bob = joins(server, alice, "bob")) {
      bob.breaks();

      assertThat(alice.hears()).isEqualTo("BYE bob@example.com");
    }
  }

  @Test
  void whoeverShowsNoKeyIsHungUpOn() throws IOException, TimeoutException {
    var server = start(limits(SHORT, LONG, Optional.empty()));
    try (var alice = Caller.connect(server)) {
      assertThat(alice.hearsUntilTheEnd()).isEmpty();
    }
  }

  @Test
  void whoeverIsIdleGoesAndTheOthersAreToldWhy() throws IOException, TimeoutException {
    var server = start(limits(LONG, SHORT, Optional.empty()));
    try (var alice = begins(server, "alice");
        var bob = joins(server, alice, "bob")) {
      var heard = "";
      while (!heard.startsWith("BYE")) {
        heard = alice.says("CAL 2 nobody").hears(); // who does something is not idle
      }

      assertThat(heard).isEqualTo("BYE bob@example.com 1");
      assertThat(bob.hearsUntilTheEnd()).isEmpty();
    }
  }

  @Test
  void whoeverDoesNotReadIsCutOffAndTheOthersGoOn() throws IOException, TimeoutException {
    var server = start(LIMITS);
    try (var alice = begins(server, "alice");
        var bob = joins(server, alice, "bob");
        var carol = joins(alice, "carol", Caller.withSmallBuffer(server))) {
      bob.hears();
      var said = "x".repeat(1_600);
      int sent = 0;
      boolean gone = false;
      while (!gone) {
        alice.says(++sent, 'A', said);
        gone = alice.hearsUntil("ACK " + sent).contains("BYE carol@example.com");
        assertThat(bob.hears()).startsWith(gone ? "" : "MSG alice@example.com");
      }

      assertThat(sent * 1_600).isGreaterThan(QUEUED);
      assertThat(carol.hearsUntilTheLoss()).hasSizeLessThan(sent);
      bob.says(1, 'A', "still here");
      assertThat(alice.hears()).endsWith("still here");
    }
  }

  @Test
  void whoeverSaysTooMuchIsReadMoreSlowly() throws IOException, TimeoutException {
    var slow = new Pace(new Rate(0.001, 4), new Rate(1_000_000, 1_000_000));
    var server = start(limits(LONG, LONG, Optional.of(slow)));
    try (var alice = begins(server, "alice");
        var bob = joins(server, alice, "bob");
        var carol = joins(server, alice, "carol")) {
      bob.hears();
      for (int i = 0; i < 50; i++) {
        alice.says(i, 'N', "flood " + i);
      }
      // After USR and two CAL one more is free, and one goes on credit.
      assertThat(bob.hears()).endsWith("flood 0");
      assertThat(bob.hears()).endsWith("flood 1");

      carol.says(1, 'N', "and I?");

      assertThat(bob.hears()).isEqualTo("MSG carol@example.com Carol 6\r\nand I?");
      assertThat(alice.hears()).isEqualTo("MSG carol@example.com Carol 6\r\nand I?");
    }
  }

  @Test
  void whoeverSaysTooManyBytesIsReadMoreSlowly() throws IOException, TimeoutException {
    var slow = new Pace(new Rate(1_000_000, 1_000_000), new Rate(1, 4_000));
    var server = start(limits(LONG, LONG, Optional.of(slow)));
    try (var alice = begins(server, "alice");
        var bob = joins(server, alice, "bob")) {
      var said = "x".repeat(1_600);
      for (int i = 0; i < 20; i++) {
        alice.says(i, 'N', said);
      }
      bob.says(1, 'N', "slow down");

      assertThat(alice.hears()).isEqualTo("MSG bob@example.com Bob 9\r\nslow down");
      bob.says("OUT");
      assertThat(bob.hearsUntilTheEnd()).hasSizeLessThan(20);
    }
  }

  private static ConnectionLimits limits(Duration signIn, Duration idle, Optional<Pace> pace) {
    return new ConnectionLimits(signIn, idle, Idleness.UNUSED, QUEUED, pace);
  }

  private HostPort start(ConnectionLimits limits) throws TimeoutException {
    var bound = new AtomicReference<HostPort>();
    vertx
        .deployVerticle(
            () ->
                new SwitchboardVerticle(
                    new HostPort("127.0.0.1", 0), limits, exchange.services(), bound),
            new DeploymentOptions().setInstances(2))
        .await(10, TimeUnit.SECONDS);
    return bound.get();
  }

  private Caller begins(HostPort server, String name) throws IOException {
    var caller = Caller.connect(server);
    caller.says("USR 1 " + People.handle(name) + ' ' + exchange.keyFor(name).text());
    assertThat(caller.hears()).startsWith("USR 1 OK");
    return caller;
  }

  private Caller joins(HostPort server, Caller host, String name) throws IOException {
    return joins(host, name, Caller.connect(server));
  }

  private Caller joins(Caller host, String name, Caller guest) throws IOException {
    exchange.bell().reaches(name);
    host.says("CAL 1 " + People.handle(name));
    assertThat(host.hears()).startsWith("CAL 1 RINGING");
    guest.answers(exchange.bell().rung().getLast());
    guest.hearsUntil("ANS 1 OK");
    assertThat(host.hears()).startsWith("JOI " + People.handle(name));
    return guest;
  }

  private static byte[] message(String line, byte[] payload) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes((line + "\r\n").getBytes(US_ASCII));
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }
}
