package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class StandingTest {

  private static final String ADDRESS = "test.address";

  private final List<String> heard = new CopyOnWriteArrayList<>();

  private Standing<String> stand(Vertx vertx) {
    Standing<String> standing = Standing.at(vertx, ADDRESS, message -> heard.add(message.body()));
    await().until(() -> standing.completion().isComplete());
    return standing;
  }

  @Test
  void whoeverRegisteredAnewHearsEverythingOnce(Vertx vertx) {
    stand(vertx);

    var renewed = Standing.renewAll(vertx);
    await().until(renewed::succeeded);
    vertx.eventBus().publish(ADDRESS, "news");

    await().untilAsserted(() -> assertThat(heard).containsExactly("news"));
  }

  @Test
  void whoeverHasEndedDoesNotRegisterAnew(Vertx vertx) {
    var ended = stand(vertx).end();
    await().until(ended::succeeded);

    var renewed = Standing.renewAll(vertx);
    await().until(renewed::succeeded);
    var asked = vertx.eventBus().request(ADDRESS, "news");

    await().until(asked::isComplete);
    assertThat(asked.failed()).isTrue();
    assertThat(heard).isEmpty();
  }
}
