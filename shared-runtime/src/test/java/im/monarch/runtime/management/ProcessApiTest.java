package im.monarch.runtime.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.drain.Drain;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator can ask of a process that keeps no accounts. */
@ExtendWith(VertxExtension.class)
class ProcessApiTest {

  private final Readiness readiness = new Readiness();
  private final Drain drain = new Drain();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicReference<HostPort> bound = new AtomicReference<>();

  @BeforeEach
  void listen(Vertx vertx) {
    var office = Offices.of(vertx, readiness, drain, Optional.empty());
    vertx
        .deployVerticle(new ManagementVerticle(new HostPort("127.0.0.1", 0), office, bound))
        .await();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aProcessWithoutAccountsCanBeAskedToEnd() throws Exception {
    assertThat(operator(Optional.of("t0ken")).send("POST", "/api/drain", "").status())
        .isEqualTo(202);
    await().until(() -> drain.requested().isComplete());
  }

  @Test
  void aProcessIsAskedToEndOnce() throws Exception {
    operator(Optional.of("t0ken")).send("POST", "/api/drain", "");
    await().until(() -> drain.requested().isComplete());

    assertThat(operator(Optional.of("t0ken")).send("POST", "/api/drain", "").status())
        .isEqualTo(202);
    assertThat(drain.request()).isFalse();
  }

  @Test
  void nobodyEndsAProcessWithoutToken() throws Exception {
    assertThat(operator(Optional.empty()).send("POST", "/api/drain", "").status()).isEqualTo(401);
    assertThat(drain.requested().isComplete()).isFalse();
  }

  @Test
  void anOperatorSeesHowTheServiceIs() throws Exception {
    readiness.ready();

    var status = operator(Optional.of("t0ken")).get("/api/status").json();

    assertThat(status.getBoolean("well")).isTrue();
    assertThat(status.getJsonArray("nodes"))
        .containsExactly(
            new JsonObject()
                .put("node", "one-1")
                .put("name", "one")
                .put("version", "1.0")
                .put("roles", new JsonArray().add("notification"))
                .put("ready", true)
                .put("draining", false)
                .put("sessions", 7)
                .put("backlog", 0)
                .put("switchboards", 0)
                .put("well", true));
  }

  private Operator operator(Optional<String> token) {
    return new Operator(client, bound.get().port(), token);
  }
}
