package im.monarch.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.client.Door;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that was stopped as operators stop it knows everything when it comes back. */
@ExtendWith(ServersExtension.class)
class RestartIT {

  private static final String ALICE = "alice@example.com";
  private static final String BOB = "bob@example.com";

  @Test
  void listsAndTheirVersionsGoOnWhereTheyStopped(Servers servers) throws IOException {
    var folder = servers.newFolder("restarted");
    try (var server = start(folder)) {
      var door = new Door(server);
      door.register(ALICE, "Alice");
      door.register(BOB, "Bob");
      try (var alice = door.signIn(ALICE, "MSNP9")) {
        assertThat(answer(alice, "ADG 1 Friends 0")).containsExactly("ADG 1 2 Friends 1 0");
        assertThat(answer(alice, "ADD 2 FL " + BOB + " Bobby 1"))
            .containsExactly("ADD 2 FL 3 " + BOB + " Bobby 1");
        assertThat(answer(alice, "PRP 3 PHH 123")).containsExactly("PRP 3 4 PHH 123");
        assertThat(answer(alice, "BLP 4 BL")).containsExactly("BLP 4 5 BL");
        assertThat(answer(alice, "REA 5 " + ALICE + " Alicia"))
            .containsExactly("REA 5 6 " + ALICE + " Alicia");
      }
    }

    try (var server = start(folder)) {
      var door = new Door(server);
      try (var alice = door.signIn(ALICE, "MSNP8");
          var bob = door.signIn(BOB, "MSNP9")) {
        assertThat(answer(alice, "SYN 1 6")).containsExactly("SYN 1 6");
        assertThat(answer(alice, "SYN 2 5"))
            .containsExactly(
                "SYN 2 6 1 2",
                "GTC A",
                "BLP BL",
                "PRP PHH 123",
                "LSG 0 Other%20Contacts 0",
                "LSG 1 Friends 0",
                "LST " + BOB + " Bobby 1 1");
        assertThat(answer(bob, "SYN 1 1"))
            .containsExactly(
                "SYN 1 2 1 1",
                "GTC A",
                "BLP AL",
                "LSG 0 Other%20Contacts 0",
                "LST " + ALICE + " Alicia 8");
        assertThat(answer(alice, "REM 3 FL " + BOB)).containsExactly("REM 3 FL 7 " + BOB);
        assertThat(bob.hear()).isEqualTo("REM 0 RL 3 " + ALICE);
      }
    }
  }

  private static RunningServer start(Path folder) throws IOException {
    return RunningServer.start(Topology.SINGLE, folder, new JsonObject());
  }

  private static List<String> answer(Client client, String request) {
    client.say(request);
    return client.hearOut();
  }
}
