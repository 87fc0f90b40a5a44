package im.monarch.deploy;

import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.config.StoreSection;
import im.monarch.runtime.launch.StoreOpening;
import im.monarch.runtime.legacy.SecretSeal;
import im.monarch.runtime.passwords.Argon2Passwords;
import im.monarch.runtime.passwords.HashingLimits;
import im.monarch.runtime.store.PostgresServer;
import im.monarch.runtime.store.PostgresServer.Tls;
import im.monarch.runtime.store.Store;
import im.monarch.runtime.store.StoreConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** The store that the configuration names. */
final class SqlStore implements StoreOpening {

  @Override
  public Future<OpenStore> open(Vertx vertx, MonarchConfig config) {
    var passwords = new Argon2Passwords(vertx, HashingLimits.ofThisMachine());
    var seal = new SecretSeal(vertx, config.store().legacyKey());
    return Store.open(vertx, config(config.store()))
        .map(
            store ->
                new OpenStore(
                    store.accounts(),
                    store.rosters(config.limits()),
                    store.secrets(),
                    passwords,
                    store.legacySecrets(seal),
                    joining(store, config),
                    store.clock(),
                    () -> passwords.close().eventually(store::close)));
  }

  /** One process has a file to itself; a server may serve several. */
  private static Joining joining(Store store, MonarchConfig config) {
    boolean shared =
        config.cluster().enabled() && config.store().kind() == StoreSection.Kind.POSTGRESQL;
    return shared ? node -> store.join(node, config.cluster().lease()) : Joining.ALONE;
  }

  private static StoreConfig config(StoreSection section) {
    var place =
        switch (section.kind()) {
          case H2 -> new StoreConfig.H2File(section.path());
          case POSTGRESQL -> postgres(section.server());
        };
    return new StoreConfig(place, section.connections(), section.patience());
  }

  private static PostgresServer postgres(StoreSection.Server server) {
    var mode =
        switch (server.tls()) {
          case OFF -> Tls.Mode.OFF;
          case REQUIRED -> Tls.Mode.REQUIRED;
          case VERIFIED -> Tls.Mode.VERIFIED;
        };
    return new PostgresServer(
        server.hosts(),
        server.database(),
        server.user(),
        server.password(),
        new Tls(mode, server.authorities()));
  }
}
