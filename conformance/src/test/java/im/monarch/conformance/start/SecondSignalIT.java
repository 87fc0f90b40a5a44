package im.monarch.conformance.start;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.client.Door;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.harness.ServerProcess;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator who has asked a process to end changes their mind about how soon. */
@ExtendWith(ServersExtension.class)
class SecondSignalIT {

  private static final int ENDED_BY_SIGTERM = 128 + 15;

  /** Longer than the test waits for the end of a process. */
  private static final JsonObject PATIENT =
      new JsonObject().put("drain", new JsonObject().put("noticeMinutes", 5));

  @Test
  void aProcessThatWaitsForPeopleEndsAtOnceWhenAskedAgain(Servers servers) throws Exception {
    try (var server =
        RunningServer.start(Topology.SINGLE, servers.newFolder("second-signal"), PATIENT)) {
      var door = new Door(server);
      door.register("alice@example.com", "Alice");
      try (var alice = door.signIn("alice@example.com", "MSNP9")) {
        var process = server.process(0);
        process.terminate();
        awaitStopping(process);
        assertThat(alice.hearOut()).doesNotContain(Client.HANG_UP, Client.SILENCE);

        process.terminate();

        assertThat(process.awaitEnd()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(process.log().text()).contains("asked a second time: ending at once");
      }
    }
  }

  private static void awaitStopping(ServerProcess process) {
    Awaitility.await("it is about to end").until(() -> process.log().text().contains("stopping"));
  }
}
