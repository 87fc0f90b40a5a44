package im.monarch.runtime.launch;

import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.Passwords;
import im.monarch.domain.accounts.Secrets;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.roster.Rosters;
import im.monarch.domain.sessions.Membership;
import im.monarch.runtime.config.MonarchConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Supplier;

/** How a process gets at its store. */
@FunctionalInterface
public interface StoreOpening {

  /**
   * An open store.
   *
   * @param joining how a node holds sessions beside others
   * @param clock the time of all who use this store
   * @param close ends it; nobody uses it any more
   */
  record OpenStore(
      Accounts accounts,
      Rosters rosters,
      Secrets secrets,
      Passwords passwords,
      LegacySecrets legacySecrets,
      Joining joining,
      Clock clock,
      Supplier<Future<Void>> close) {}

  /** How a node begins to hold sessions. */
  @FunctionalInterface
  interface Joining {

    Joining ALONE = node -> Future.succeededFuture(Membership.alone());

    Future<Membership> join(NodeId node);
  }

  Future<OpenStore> open(Vertx vertx, MonarchConfig config);
}
