package im.monarch.runtime.launch;

import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.Passwords;
import im.monarch.domain.accounts.Secrets;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.domain.roster.Rosters;
import im.monarch.runtime.config.MonarchConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** How a process gets at its store. */
@FunctionalInterface
public interface StoreOpening {

  /**
   * An open store.
   *
   * @param close ends it; nobody uses it any more
   */
  record OpenStore(
      Accounts accounts,
      Rosters rosters,
      Secrets secrets,
      Passwords passwords,
      LegacySecrets legacySecrets,
      Supplier<Future<Void>> close) {}

  Future<OpenStore> open(Vertx vertx, MonarchConfig config);
}
