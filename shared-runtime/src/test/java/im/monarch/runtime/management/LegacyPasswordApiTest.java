package im.monarch.runtime.management;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.addressbook.AddressBook;
import im.monarch.domain.legacy.LegacySecret;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.cluster.status.NodeStatus.Identity;
import im.monarch.runtime.cluster.status.StatusDesk;
import im.monarch.runtime.cluster.status.Vitals;
import im.monarch.runtime.drain.Drain;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators say about the secrets of old clients. */
@ExtendWith(VertxExtension.class)
class LegacyPasswordApiTest {

  private static final String ACCOUNTS = "/api/accounts";
  private static final String ALICE = ACCOUNTS + "/alice@example.com";
  private static final String LEGACY = ALICE + "/legacy-password";

  private static final Identity NODE =
      new Identity(new NodeId("one-1"), "one", "1.0", List.of("notification"));
  private static final AdminToken TOKEN = new AdminToken("t0ken");

  private final Shelf shelf = new Shelf();
  private final LegacyDrawer legacySecrets = new LegacyDrawer(shelf);
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicReference<HostPort> bound = new AtomicReference<>();

  @BeforeEach
  void listen(Vertx vertx, VertxTestContext context) {
    var administration =
        new Administration(
            shelf,
            shelf,
            legacySecrets,
            new AddressBook(shelf, (news, receivers) -> {}),
            new LocalSessions());
    var vitals = new Vitals();
    StatusDesk.open(vertx, NODE.node(), vitals, () -> StatusDesk.status(NODE, true, false, vitals))
        .map(
            desk ->
                new Office(new Readiness(), TOKEN, new Drain(), desk, Optional.of(administration)))
        .compose(
            office ->
                vertx.deployVerticle(
                    new ManagementVerticle(new HostPort("127.0.0.1", 0), office, bound)))
        .onComplete(context.succeedingThenComplete());
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void anAccountHasNoLegacySecretUnlessSomebodySaysSo() throws Exception {
    givenAlice();

    assertThat(legacySecretOfAlice()).isEmpty();
  }

  @Test
  void anAccountIsMadeWithALegacySecret() throws Exception {
    var answer = admin().send("POST", ACCOUNTS, withLegacyPassword("tulip"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().encode()).doesNotContain("tulip");
    assertThat(legacySecretOfAlice()).contains(new LegacySecret("tulip"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret"})
  void aLegacySecretIsATextThatIsNotThePassword(String text) throws Exception {
    var answer = admin().send("POST", ACCOUNTS, withLegacyPassword(text));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("problems"))
        .isEqualTo(
            new JsonArray(
                """
                [{"field": "legacyPassword",
                  "expected": "a text of 1 to 256 bytes that is not the password"}]
                """));
    assertThat(admin().get(ALICE).status()).isEqualTo(404);
  }

  @Test
  void aLegacySecretIsGivenLater() throws Exception {
    givenAlice();

    var answer = admin().send("PUT", LEGACY, "{\"legacyPassword\":\"tulip\"}");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(legacySecretOfAlice()).contains(new LegacySecret("tulip"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"legacyPassword\":\"\"}", "{\"legacyPassword\":\"secret\"}"})
  void whatIsNoLegacySecretIsNotGivenLater(String body) throws Exception {
    givenAlice();

    assertThat(admin().send("PUT", LEGACY, body).status()).isEqualTo(400);
    assertThat(legacySecretOfAlice()).isEmpty();
  }

  @Test
  void aLegacySecretIsTakenAway() throws Exception {
    admin().send("POST", ACCOUNTS, withLegacyPassword("tulip"));

    assertThat(admin().send("DELETE", LEGACY, "").status()).isEqualTo(204);
    assertThat(legacySecretOfAlice()).isEmpty();
  }

  @Test
  void nobodyWithoutAnAccountGetsALegacySecret() throws Exception {
    var body = "{\"legacyPassword\":\"tulip\"}";

    assertThat(admin().send("PUT", LEGACY, body).status()).isEqualTo(404);
    assertThat(admin().send("DELETE", LEGACY, "").status()).isEqualTo(404);
  }

  private static String withLegacyPassword(String text) {
    return alice().put("legacyPassword", text).encode();
  }

  private Optional<LegacySecret> legacySecretOfAlice() {
    return legacySecrets.of(new Handle("alice@example.com")).await();
  }

  private static JsonObject alice() {
    return new JsonObject()
        .put("handle", "alice@example.com")
        .put("password", "secret")
        .put("friendlyName", "Alice");
  }

  private void givenAlice() throws IOException, InterruptedException {
    admin().send("POST", ACCOUNTS, alice().encode());
  }

  private Operator admin() {
    return new Operator(client, bound.get().port(), Optional.of("t0ken"));
  }
}
