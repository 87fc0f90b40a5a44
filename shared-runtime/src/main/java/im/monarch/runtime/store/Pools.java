package im.monarch.runtime.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/**
 * The connections to a database: those of one kind are not used up by the others.
 *
 * @param reads for single queries
 * @param writes for transactions, and for nothing else: the JDBC client leaves a connection that
 *     has seen a transaction without auto-commit
 */
record Pools(Pool reads, Pool writes) {

  Future<Void> close() {
    return Future.join(reads.close(), writes.close()).mapEmpty();
  }
}
