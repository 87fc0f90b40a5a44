package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.monarch.runtime.config.ClusterSection;
import im.monarch.runtime.config.ClusterSection.Tls;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The certificates are made for these tests: one authority, a node of its, and a stranger. */
class BusTlsTest {

  private static final String ADDRESS = "test.address";
  private static final DeliveryOptions SOON = new DeliveryOptions().setSendTimeout(2_000);

  private final ClusterSection plain = Clusters.fresh();
  private final List<Vertx> members = new ArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    members.forEach(member -> done(member.close()));
  }

  private Vertx member(String name, ClusterSection cluster) {
    var member = Clusters.member(cluster, name);
    members.add(member);
    return member;
  }

  private static Tls identity(String name) {
    return new Tls(file(name + ".pem"), file(name + ".key.pem"), file("authority.pem"));
  }

  private static Path file(String name) {
    try {
      return Path.of(BusTlsTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Vertx listener() {
    var listener = member("listener", Clusters.with(plain, identity("node")));
    var consumer =
        listener
            .eventBus()
            .<String>consumer(
                ADDRESS,
                message -> {
                  heard.add(message.body());
                  message.reply("heard");
                });
    done(consumer.completion());
    return listener;
  }

  private static Future<Message<String>> say(Vertx member) {
    return member.eventBus().request(ADDRESS, "hello", SOON);
  }

  @Test
  void nodesOfOneAuthorityHearEachOther() {
    listener();
    var other = member("other", Clusters.with(plain, identity("node")));

    done(say(other));

    assertThat(heard).containsExactly("hello");
  }

  @Test
  void nobodyHearsAStranger() {
    listener();
    var stranger = member("stranger", Clusters.with(plain, identity("stranger")));

    var said = say(stranger);

    await().until(said::isComplete);
    assertThat(said.failed()).isTrue();
    assertThat(heard).isEmpty();
  }

  @Test
  void nobodyHearsWhoeverSpeaksInTheClear() {
    listener();
    var careless = member("careless", plain);

    var said = say(careless);

    await().until(said::isComplete);
    assertThat(said.failed()).isTrue();
    assertThat(heard).isEmpty();
  }

  private static void done(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
