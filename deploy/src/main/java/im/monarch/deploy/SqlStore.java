package im.monarch.deploy;

import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.config.StoreSection;
import im.monarch.runtime.launch.StoreOpening;
import im.monarch.runtime.legacy.SecretSeal;
import im.monarch.runtime.passwords.Argon2Passwords;
import im.monarch.runtime.passwords.HashingLimits;
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
                    () -> passwords.close().eventually(store::close)));
  }

  private static StoreConfig config(StoreSection section) {
    var kind =
        switch (section.kind()) {
          case H2 -> StoreConfig.Kind.H2;
        };
    return new StoreConfig(kind, section.path(), section.connections(), section.patience());
  }
}
