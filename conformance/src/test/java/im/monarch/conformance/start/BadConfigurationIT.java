package im.monarch.conformance.start;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.harness.ServerProcess;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A process with a configuration it cannot use says all that is wrong with it, and ends. */
@ExtendWith(ServersExtension.class)
class BadConfigurationIT {

  private static final int UNUSABLE = 2;

  @Test
  void everyProblemIsNamedAtOnceAndNothingListens(Servers servers) throws Exception {
    var configuration =
        new JsonObject(
            """
            {"dispatch": {"listen": "127.0.0.1:99999"},
             "notification": {"pingSeconds": "sixty"},
             "kitchen": {},
             "store": {"kind": "clay tablets"}}
            """);

    var ended = ServerProcess.runToEnd(servers.newFolder("bad"), configuration, List.of());

    assertThat(ended.status()).isEqualTo(UNUSABLE);
    assertThat(ended.output())
        .contains("dispatch.listen", "99999", "notification.pingSeconds", "sixty")
        .contains("store.kind", "clay tablets", "kitchen")
        .doesNotContain("listening ", "\tat ");
  }

  @Test
  void anUnknownDialectIsNamedWithTheOnesThereAre(Servers servers) throws IOException {
    var configuration = new JsonObject("{\"notification\": {\"dialects\": [\"MSNP99\"]}}");

    var ended = ServerProcess.runToEnd(servers.newFolder("bad"), configuration, List.of());

    assertThat(ended.status()).isEqualTo(UNUSABLE);
    assertThat(ended.output()).contains("notification.dialects", "MSNP99", "MSNP9", "MSNP8");
  }

  @Test
  void anUnknownRoleIsNamedWithTheOnesThereAre(Servers servers) throws IOException {
    var ended =
        ServerProcess.runToEnd(
            servers.newFolder("bad"), new JsonObject(), List.of("dispatch", "kitchen"));

    assertThat(ended.status()).isEqualTo(UNUSABLE);
    assertThat(ended.output()).contains("kitchen", "dispatch", "notification", "passport");
  }
}
