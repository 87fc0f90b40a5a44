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
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Alice and bob are at two notification processes, and bob's dies. */
@ExtendWith(ServersExtension.class)
class NotificationDiesIT {

  private static final Topology TWO_NOTIFICATIONS =
      new Topology(
          "TWO_NOTIFICATIONS",
          List.of(
              new Part("first", List.of("dispatch", "notification", "passport")),
              new Part("second", List.of("notification"))));

  private static final String ALICE = "alice@example.com";
  private static final String BOB = "bob@example.com";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void hisContactsSeeHimGoAndComeBack(Servers servers) throws IOException, InterruptedException {
    var folder = servers.newFolder("NOTIFICATION_DIES");
    try (var server = RunningServer.start(TWO_NOTIFICATIONS, folder, new JsonObject())) {
      var door = new Door(server);
      var first = server.address(Listener.NOTIFICATION, 0);
      var second = server.address(Listener.NOTIFICATION, 1);
      door.register(ALICE, "Alice");
      door.register(BOB, "Bob");
      try (var alice = appears(door, ALICE, first)) {
        alice.say("ADD 6 FL " + BOB + " Bob 0");
        var bob = appears(door, BOB, second);
        awaitLine(alice, "NLN NLN " + BOB);

        server.kill(Listener.NOTIFICATION, second);

        assertThat(bob.hear()).isEqualTo(Client.HANG_UP);
        awaitLine(alice, "FLN " + BOB);
        try (var again = appears(door, BOB, first)) {
          awaitLine(alice, "NLN NLN " + BOB);
          assertThat(again.hearOut()).isEmpty();
        }
      }
    }
  }

  private static Client appears(Door door, String handle, InetSocketAddress at) {
    var client = door.signIn(handle, "MSNP9", at);
    client.say("CHG 5 NLN 0");
    assertThat(client.hear()).isEqualTo("CHG 5 NLN 0");
    return client;
  }

  private static void awaitLine(Client client, String beginning) {
    Awaitility.await(beginning)
        .atMost(PATIENCE)
        .until(() -> client.hearOut().stream().anyMatch(line -> line.startsWith(beginning)));
  }
}
