package im.monarch.conformance.harness;

import im.monarch.conformance.transcript.Fact;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** The administration API, over HTTP. Every answer that is not a plain yes is an error. */
public final class AdminClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String ACCOUNTS = "/api/accounts";
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String token;

  public AdminClient(InetSocketAddress address, String token) {
    this.base = URI.create("http://" + address.getHostString() + ':' + address.getPort());
    this.token = token;
  }

  /** Makes the account; there must be none of that handle. */
  public void create(Fact.Account account) {
    var body =
        new JsonObject()
            .put("handle", account.handle())
            .put("password", account.password())
            .put("friendlyName", account.friendlyName());
    account.legacyPassword().ifPresent(legacy -> body.put("legacyPassword", legacy));
    expect(send("POST", ACCOUNTS, body.encode()), Set.of(CREATED));
  }

  /** Removes the account, if there is one. */
  public void delete(String handle) {
    expect(send("DELETE", accountPath(handle), ""), Set.of(NO_CONTENT, NOT_FOUND));
  }

  /** {@code handle friendlyName listVersion memberId contacts groups}. */
  public JsonObject account(String handle) {
    var response = expect(send("GET", accountPath(handle), ""), Set.of(OK));
    return new JsonObject(response.body());
  }

  public boolean exists(String handle) {
    return expect(send("GET", accountPath(handle), ""), Set.of(OK, NOT_FOUND)).statusCode() == OK;
  }

  /** Sets the lists a contact is on, and with them groups and nickname where they are given. */
  public void put(Fact.Lists lists) {
    var body = new JsonObject().put("lists", new JsonArray(lists.lists()));
    if (!lists.groups().isEmpty()) {
      body.put("groups", new JsonArray(lists.groups()));
    }
    lists.nickname().ifPresent(nickname -> body.put("nickname", nickname));
    var path = accountPath(lists.owner()) + "/contacts/" + escaped(lists.contact());
    expect(send("PUT", path, body.encode()), Set.of(OK, CREATED));
  }

  /** Tells everybody who is signed in on this process that it will go down. */
  void announceShutdown(int minutes) {
    var body = new JsonObject().put("minutes", minutes);
    expect(send("POST", "/api/announcements/shutdown", body.encode()), Set.of(ACCEPTED));
  }

  /** How all processes of the service are, as this one hears: {@code well silent nodes}. */
  public JsonObject status() {
    return new JsonObject(expect(send("GET", "/api/status", ""), Set.of(OK)).body());
  }

  /** Whether it says that it is ready for work. */
  boolean ready() {
    return send("GET", "/health/ready", "").statusCode() == OK;
  }

  private static String accountPath(String handle) {
    return ACCOUNTS + '/' + escaped(handle);
  }

  private static String escaped(String handle) {
    return URLEncoder.encode(handle, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(method + ' ' + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(method + ' ' + path + " interrupted", e);
    }
  }

  private static HttpResponse<String> expect(HttpResponse<String> response, Set<Integer> statuses) {
    if (!statuses.contains(response.statusCode())) {
      throw new IllegalStateException(
          response.request().method()
              + ' '
              + response.request().uri().getPath()
              + ": "
              + response.statusCode()
              + ' '
              + response.body());
    }
    return response;
  }
}
