package im.monarch.deploy.operate;

import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The management listener of a process, as an operator uses it. */
final class Management implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int FIRST_REFUSAL = 400;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final HostPort address;
  private final String token;

  Management(HostPort address, String token) {
    this.address = address;
    this.token = token;
  }

  JsonObject get(String path) throws OperatorFault {
    return send(request(path).GET());
  }

  JsonObject post(String path) throws OperatorFault {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  /** Whether somebody listens there. */
  boolean isThere() {
    try {
      client.send(request("/health/live").GET().build(), BodyHandlers.discarding());
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + address + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private JsonObject send(HttpRequest.Builder request) throws OperatorFault {
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      var answer = new JsonObject(response.body());
      if (response.statusCode() >= FIRST_REFUSAL) {
        throw new OperatorFault(address + " refuses: " + answer.getString("error"));
      }
      return answer;
    } catch (IOException e) {
      throw new OperatorFault(
          "nobody answers at " + address + ": is the process running, and is that its"
              + " management.listen?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorFault("interrupted");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
