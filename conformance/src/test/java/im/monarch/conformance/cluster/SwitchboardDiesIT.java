package im.monarch.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.client.Door;
import im.monarch.conformance.harness.Listener;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.harness.Topology.Part;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of two switchboard processes the one dies that a conversation is held at. */
@ExtendWith(ServersExtension.class)
class SwitchboardDiesIT {

  private static final Topology TWO_SWITCHBOARDS =
      new Topology(
          "TWO_SWITCHBOARDS",
          List.of(
              new Part("notification", List.of("dispatch", "notification", "passport")),
              new Part("first", List.of("switchboard")),
              new Part("second", List.of("switchboard"))));

  private static final String ALICE = "alice@example.com";
  private static final String BOB = "bob@example.com";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Where a client was sent, and what to say there. */
  private record Sent(InetSocketAddress switchboard, String key) {

    /** {@code XFR 6 SB host:port CKI key} */
    static Sent by(String xfr) {
      var words = xfr.split(" ", -1);
      return new Sent(address(words[3]), words[5]);
    }

    private static InetSocketAddress address(String text) {
      var parts = text.split(":", -1);
      return new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
    }
  }

  @Test
  void itsConversationsEndAndNewOnesAreHeldElsewhere(Servers servers)
      throws IOException, InterruptedException {
    var folder = servers.newFolder("SWITCHBOARD_DIES");
    try (var server = RunningServer.start(TWO_SWITCHBOARDS, folder, new JsonObject())) {
      var door = new Door(server);
      door.register(ALICE, "Alice");
      door.register(BOB, "Bob");
      try (var alice = appears(door, ALICE);
          var bob = appears(door, BOB)) {
        bothAreKnown(alice);
        var before = Sent.by(ask(alice, "XFR 6 SB"));
        var talk = talk(bob, before);

        server.kill(Listener.SWITCHBOARD, before.switchboard());

        assertThat(talk).allSatisfy(end -> assertThat(end.hear()).isEqualTo(Client.HANG_UP));
        var after = Sent.by(ask(alice, "XFR 7 SB"));
        assertThat(after.switchboard()).isNotEqualTo(before.switchboard());
        talk(bob, after).forEach(Client::close);
        talk.forEach(Client::close);
      }
    }
  }

  /** Asks for conversations until both switchboards have been named. */
  private static void bothAreKnown(Client alice) {
    var seen = new HashSet<InetSocketAddress>();
    Awaitility.await("both switchboards are known")
        .atMost(PATIENCE)
        .until(
            () -> {
              var answer = ask(alice, "XFR 5 SB");
              if (answer.startsWith("XFR")) {
                seen.add(Sent.by(answer).switchboard());
              }
              return seen.size() == 2;
            });
  }

  private static Client appears(Door door, String handle) {
    var client = door.signIn(handle, "MSNP9");
    assertThat(ask(client, "CHG 5 NLN 0")).isEqualTo("CHG 5 NLN 0");
    return client;
  }

  private static List<Client> talk(Client bob, Sent sent) throws IOException {
    var alices = new Client(sent.switchboard());
    assertThat(ask(alices, "USR 1 " + ALICE + ' ' + sent.key())).startsWith("USR 1 OK");
    assertThat(ask(alices, "CAL 2 " + BOB)).startsWith("CAL 2 RINGING");
    var rng = bob.hear().split(" ", -1);
    assertThat(rng[0]).isEqualTo("RNG");
    var bobs = new Client(sent.switchboard());
    assertThat(ask(bobs, "ANS 1 " + BOB + ' ' + rng[4] + ' ' + rng[1])).startsWith("IRO 1 1 1");
    assertThat(bobs.hear()).isEqualTo("ANS 1 OK");
    assertThat(alices.hear()).startsWith("JOI " + BOB);
    return List.of(alices, bobs);
  }

  private static String ask(Client client, String line) {
    client.say(line);
    return client.hear();
  }
}
