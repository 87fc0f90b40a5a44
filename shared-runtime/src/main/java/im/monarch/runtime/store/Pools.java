package im.monarch.runtime.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;

/** The connections to a database: those of one kind are not used up by the others. */
final class Pools {

  private final SqlClient reads;
  private final Pool writes;
  private volatile long heard = System.nanoTime();

  /**
   * @param reads for single queries
   * @param writes for transactions, and for nothing else: the JDBC client leaves a connection that
   *     has seen a transaction without auto-commit
   */
  Pools(SqlClient reads, Pool writes) {
    this.reads = reads;
    this.writes = writes;
  }

  SqlClient reads() {
    return reads;
  }

  Pool writes() {
    return writes;
  }

  /** The database said something on one of these connections. */
  void hear() {
    heard = System.nanoTime();
  }

  /** Whether the database has said nothing for so long. */
  boolean silentFor(Duration time) {
    return System.nanoTime() - heard >= time.toNanos();
  }

  Future<Void> close() {
    return Future.join(reads.close(), writes.close()).mapEmpty();
  }
}
