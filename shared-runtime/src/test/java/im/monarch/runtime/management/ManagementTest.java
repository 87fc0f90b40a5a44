package im.monarch.runtime.management;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.addressbook.AddressBook;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.drain.Drain;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(VertxExtension.class)
class ManagementTest {

  private static final String ACCOUNTS = "/api/accounts";
  private static final String ALICE = ACCOUNTS + "/alice@example.com";
  private static final String BOB = ALICE + "/contacts/bob@example.com";

  private final Readiness readiness = new Readiness();
  private final Shelf shelf = new Shelf();
  private final LegacyDrawer legacySecrets = new LegacyDrawer(shelf);
  private final LocalSessions sessions = new LocalSessions();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicReference<HostPort> bound = new AtomicReference<>();

  @BeforeEach
  void listen(Vertx vertx, VertxTestContext context) {
    var administration =
        new Administration(
            shelf, shelf, legacySecrets, new AddressBook(shelf, (news, receivers) -> {}), sessions);
    deploy(vertx, Optional.of(administration)).onComplete(context.succeedingThenComplete());
  }

  private Future<String> deploy(Vertx vertx, Optional<Administration> administration) {
    var office = Offices.of(vertx, readiness, new Drain(), administration);
    return vertx.deployVerticle(
        new ManagementVerticle(new HostPort("127.0.0.1", 0), office, bound));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aProcessIsAliveAsSoonAsItListens() throws Exception {
    assertThat(anybody().get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void aProcessIsNotReadyBeforeItSaysSo() throws Exception {
    assertThat(anybody().get("/health/ready").status()).isEqualTo(503);
  }

  @Test
  void aReadyProcessSaysSo() throws Exception {
    readiness.ready();

    var answer = anybody().get("/health/ready");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(new JsonObject().put("status", "UP"));
  }

  @Test
  void aProcessThatEndsIsAliveButNotReady() throws Exception {
    readiness.ready();
    readiness.notReady();

    assertThat(anybody().get("/health/ready").status()).isEqualTo(503);
    assertThat(anybody().get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void nobodyAdministersWithoutToken() throws Exception {
    var answer = anybody().send("POST", ACCOUNTS, newcomer("alice@example.com", "Alice"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void nobodyAdministersWithTheWrongToken() throws Exception {
    assertThat(operator("t0kem").get(ALICE).status()).isEqualTo(401);
  }

  @Test
  void everybodySignedInHearsThatTheServiceGoesDown() throws Exception {
    var heard = new ArrayList<News>();
    var claim = new Claim(new Handle("bob@example.com"), new NodeId("here"), 1, Optional.empty());
    sessions.seat(claim, heard::add);

    var answer = admin().send("POST", "/api/announcements/shutdown", "{\"minutes\": 5}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(heard).containsExactly(new News.ShutDownSoon(5));
  }

  @Test
  void theSessionOfARemovedAccountHearsOfIt() throws Exception {
    givenAccounts("bob@example.com");
    var heard = new ArrayList<News>();
    var claim = new Claim(new Handle("bob@example.com"), new NodeId("here"), 1, Optional.empty());
    sessions.seat(claim, heard::add);

    admin().send("DELETE", "/api/accounts/bob@example.com", "");

    assertThat(heard).containsExactly(new News.AccountClosed());
  }

  @Test
  void theSessionOfAnAccountThatWasGoneAlreadyHearsOfItToo() throws Exception {
    var heard = new ArrayList<News>();
    var claim = new Claim(new Handle("bob@example.com"), new NodeId("here"), 1, Optional.empty());
    sessions.seat(claim, heard::add);

    var answer = admin().send("DELETE", "/api/accounts/bob@example.com", "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(heard).containsExactly(new News.AccountClosed());
  }

  @Test
  void anAnnouncementNeedsAUsableTime() throws Exception {
    var answer = admin().send("POST", "/api/announcements/shutdown", "{\"minutes\": 0}");

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void aNewAccountIsShown() throws Exception {
    var answer = admin().send("POST", ACCOUNTS, newcomer("Alice@Example.com", "Alice A%"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo(ALICE);
    assertThat(answer.json())
        .isEqualTo(
            new JsonObject(
                """
                {"handle": "alice@example.com", "friendlyName": "Alice A%", "listVersion": 1,
                 "memberId": {"high": 1, "low": 7}, "privacy": "AL", "prompt": "A",
                 "contacts": [],
                 "groups": [{"id": 0, "name": "Other Contacts"}, {"id": 1, "name": "Old Friends"}]}
                """));
  }

  @Test
  void somebodyWithoutANameIsCalledByTheirHandle() throws Exception {
    var answer =
        admin()
            .send("POST", ACCOUNTS, "{\"handle\":\"alice@example.com\",\"password\":\"secret\"}");

    assertThat(answer.json().getString("friendlyName")).isEqualTo("alice@example.com");
  }

  @Test
  void anAccountIsMadeOnce() throws Exception {
    givenAccounts("alice@example.com");

    var answer = admin().send("POST", ACCOUNTS, newcomer("ALICE@example.com", "Alice"));

    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void everyFieldThatIsNotUsableIsNamed() throws Exception {
    var answer =
        admin()
            .send("POST", ACCOUNTS, "{\"handle\":\"alice\",\"password\":\"\",\"friendlyName\":5}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("problems"))
        .isEqualTo(
            new JsonArray(
                """
                [{"field": "handle",
                  "expected": "an address such as name@example.com, at most 129 bytes"},
                 {"field": "password", "expected": "a text of 1 to 256 characters"},
                 {"field": "friendlyName", "expected": "a text of 1 to 387 escaped bytes"}]
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{", "[]", "5", "null"})
  void whatIsNoJsonObjectIsRefused(String body) throws Exception {
    assertThat(admin().send("POST", ACCOUNTS, body).status()).isEqualTo(400);
  }

  @Test
  void aBodyWithoutEndIsRefused() throws Exception {
    var answer = admin().send("POST", ACCOUNTS, "x".repeat(65 * 1024));

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void anUnknownAccountIsNotFound() throws Exception {
    assertThat(admin().get(ALICE).status()).isEqualTo(404);
    assertThat(admin().send("DELETE", ALICE, "").status()).isEqualTo(404);
  }

  @Test
  void whatIsNoHandleIsRefused() throws Exception {
    assertThat(admin().get(ACCOUNTS + "/alice").status()).isEqualTo(400);
  }

  @Test
  void aHandleWithAPlusIsTakenLiterally() throws Exception {
    givenAccounts("alice+home@example.com");

    assertThat(admin().get(ACCOUNTS + "/alice+home@example.com").status()).isEqualTo(200);
    assertThat(admin().get(ACCOUNTS + "/alice%2Bhome%40example.com").status()).isEqualTo(200);
  }

  @Test
  void aRemovedAccountIsGone() throws Exception {
    givenAccounts("alice@example.com");

    assertThat(admin().send("DELETE", ALICE, "").status()).isEqualTo(204);
    assertThat(admin().get(ALICE).status()).isEqualTo(404);
  }

  @Test
  void aContactIsArrangedAndShown() throws Exception {
    givenAccounts("alice@example.com", "bob@example.com");

    var answer =
        admin()
            .send(
                "PUT",
                BOB,
                """
                {"lists": ["FL", "AL"], "groups": ["Old Friends"], "nickname": "Bob B"}
                """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            new JsonObject(
                """
                {"handle": "bob@example.com", "nickname": "Bob B",
                 "lists": ["FL", "AL"], "groups": ["Old Friends"]}
                """));
  }

  @Test
  void aContactOnNoListIsGone() throws Exception {
    givenAccounts("alice@example.com", "bob@example.com");
    admin().send("PUT", BOB, "{\"lists\": [\"FL\"]}");

    var answer = admin().send("PUT", BOB, "{\"lists\": []}");

    assertThat(answer.json().getJsonArray("lists")).isEmpty();
    assertThat(admin().get(ALICE).json().getJsonArray("contacts")).isEmpty();
  }

  @Test
  void aContactNobodyKnowsIsNotFound() throws Exception {
    givenAccounts("alice@example.com");

    var answer = admin().send("PUT", BOB, "{\"lists\": [\"FL\"]}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().getString("error")).contains("bob@example.com");
  }

  @Test
  void nobodyIsAllowedAndBlockedAtOnce() throws Exception {
    givenAccounts("alice@example.com", "bob@example.com");

    var answer = admin().send("PUT", BOB, "{\"lists\": [\"AL\", \"BL\"]}");

    assertThat(answer.status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"lists\": [\"RL\"]} | lists",
        "{\"lists\": \"FL\"} | lists",
        "{\"lists\": [5]} | lists",
        "{\"groups\": [\"\"]} | groups",
        "{\"nickname\": \"\"} | nickname",
      })
  void whatCannotBeArrangedIsNamed(String body, String field) throws Exception {
    givenAccounts("alice@example.com", "bob@example.com");

    var answer = admin().send("PUT", BOB, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("problems").getJsonObject(0).getString("field"))
        .isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /api/accounts/alice@example.com | ''",
        "DELETE | /api/accounts/alice@example.com | ''",
        "PUT | /api/accounts/alice@example.com/legacy-password | {\"legacyPassword\":\"x\"}",
        "DELETE | /api/accounts/alice@example.com/legacy-password | ''",
        "POST | /api/accounts | {\"handle\":\"a@example.com\",\"password\":\"x\"}",
        "PUT | /api/accounts/alice@example.com/contacts/bob@example.com | {\"lists\":[\"FL\"]}",
      })
  void aStoreThatIsAwayIsSaidToBe(String method, String path, String body) throws Exception {
    shelf.goAway();

    assertThat(admin().send(method, path, body).status()).isEqualTo(503);
  }

  @Test
  void aProcessWithoutAccountsSendsElsewhere(Vertx vertx) throws Exception {
    deploy(vertx, Optional.empty()).await();

    assertThat(admin().get(ALICE).status()).isEqualTo(503);
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertThat(anybody().get("/").status()).isEqualTo(404);
  }

  private void givenAccounts(String... handles) throws IOException, InterruptedException {
    for (var handle : handles) {
      admin().send("POST", ACCOUNTS, newcomer(handle, "Somebody"));
    }
  }

  private static String newcomer(String handle, String name) {
    return new JsonObject()
        .put("handle", handle)
        .put("password", "secret")
        .put("friendlyName", name)
        .encode();
  }

  private Operator admin() {
    return operator("t0ken");
  }

  private Operator anybody() {
    return new Operator(client, bound.get().port(), Optional.empty());
  }

  private Operator operator(String token) {
    return new Operator(client, bound.get().port(), Optional.of(token));
  }
}
