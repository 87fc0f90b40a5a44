package im.monarch.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.monarch.domain.legacy.LegacySecret;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.config.ConfigLoader;
import im.monarch.runtime.config.ConfigSource;
import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.config.RoleName;
import im.monarch.runtime.launch.StoreOpening.OpenStore;
import im.monarch.runtime.management.Shelf;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

  @TempDir private Path folder;

  private final List<String> events = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();

  @Test
  void everyAddressIsNamedInTheOrderOfTheRoles() {
    var running = launch("dispatch", "passport").start(vertx).await();

    assertThat(running.listening())
        .extracting(Bound::role)
        .containsExactly("dispatch", "passport", "management");
    assertThat(running.listening().getLast().address().port()).isPositive();
    running.stop().await();
  }

  @Test
  void theStoreIsOpenBeforeARoleThatUsesIt() {
    var running = launch("passport").start(vertx).await();

    assertThat(events).containsExactly("store opened", "passport started");
    running.stop().await();
  }

  @Test
  void whereNoRoleUsesTheStoreThereIsNone() {
    var running = launch("dispatch").start(vertx).await();

    assertThat(events).containsExactly("dispatch started");
    running.stop().await();
  }

  @Test
  void theStoreIsClosedWhenNobodyUsesItAnyMore() {
    var running = launch("passport").start(vertx).await();
    events.clear();

    running.stop().await();

    assertThat(events).containsExactly("passport stopped", "store closed");
  }

  @Test
  void aRoleThatCannotStartTakesEverythingDown() {
    var launch = launch("dispatch", "notification");

    assertThatThrownBy(() -> launch.start(vertx).await()).hasMessage("no luck");
    assertThat(events).contains("dispatch stopped").last().isEqualTo("store closed");
  }

  @Test
  void aStoreThatDoesNotOpenIsSaidTo() {
    var launch =
        new Launch(
            config(List.of("passport")),
            List.of(new Part(RoleName.PASSPORT, true)),
            (on, config) -> on.executeBlocking(() -> refuse()));

    assertThatThrownBy(() -> launch.start(vertx).await(10, TimeUnit.SECONDS)).hasMessage("locked");
  }

  private static OpenStore refuse() {
    throw new IllegalStateException("locked");
  }

  private Launch launch(String... roles) {
    return new Launch(
        config(List.of(roles)),
        List.of(
            new Part(RoleName.DISPATCH, false),
            new Part(RoleName.NOTIFICATION, true),
            new Part(RoleName.PASSPORT, true)),
        (on, config) -> {
          events.add("store opened");
          return Future.succeededFuture(store());
        });
  }

  private OpenStore store() {
    var shelf = new Shelf();
    return new OpenStore(
        shelf,
        shelf,
        (name, bytes) -> Future.succeededFuture(new byte[bytes]),
        shelf,
        new NoLegacySecrets(),
        StoreOpening.Joining.ALONE,
        Clock.systemUTC(),
        () -> {
          events.add("store closed");
          return Future.succeededFuture();
        });
  }

  /** Nobody signs in here. */
  private static final class NoLegacySecrets implements LegacySecrets {

    @Override
    public Future<Optional<LegacySecret>> of(Handle handle) {
      return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Boolean> change(Handle handle, Optional<LegacySecret> secret) {
      return Future.succeededFuture(false);
    }
  }

  private MonarchConfig config(List<String> roles) {
    var json =
        new JsonObject()
            .put("management", new JsonObject().put("listen", "127.0.0.1:0"))
            .put("store", new JsonObject().put("path", folder.resolve("test").toString()));
    return new ConfigLoader(vertx).load(new ConfigSource.Inline(json), roles).await();
  }

  /** A role that writes down what happens to it; the notification server never starts. */
  private final class Part implements Role {

    private final RoleName name;
    private final boolean usesStore;

    Part(RoleName name, boolean usesStore) {
      this.name = name;
      this.usesStore = usesStore;
    }

    @Override
    public RoleName name() {
      return name;
    }

    @Override
    public boolean usesStore() {
      return usesStore;
    }

    @Override
    public Future<List<Bound>> start(Wiring wiring) {
      if (name == RoleName.NOTIFICATION) {
        return Future.failedFuture("no luck");
      }
      events.add(name.word() + " started");
      return wiring
          .vertx()
          .deployVerticle(new Verticle(name.word()))
          .map(done -> List.of(new Bound(name.word(), new HostPort("127.0.0.1", 1))));
    }
  }

  private final class Verticle extends VerticleBase {

    private final String name;

    Verticle(String name) {
      this.name = name;
    }

    @Override
    public Future<?> stop() {
      events.add(name + " stopped");
      return Future.succeededFuture();
    }
  }
}
