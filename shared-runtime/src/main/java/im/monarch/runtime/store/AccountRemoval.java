package im.monarch.runtime.store;

import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Takes an account out of everybody's address books: those who have it on a list lose a contact,
 * those it has on FL lose an entry of RL, and the versions of all of them go up.
 */
final class AccountRemoval {

  private static final String OTHERS =
      """
      SELECT other.handle AS handle FROM account a JOIN contact c ON c.contact_id = a.id
        JOIN account other ON other.id = c.owner_id
      WHERE a.handle = #{handle}
      UNION
      SELECT other.handle FROM account a JOIN contact c ON c.owner_id = a.id
        JOIN account other ON other.id = c.contact_id
      WHERE a.handle = #{handle} AND c.lists IN (1, 3, 5)
      """;

  /** The rest goes with it. */
  private static final String REMOVE = "DELETE FROM account WHERE id = #{id}";

  private final Handle handle;
  private final Set<Handle> concerned = new HashSet<>();

  AccountRemoval(Handle handle) {
    this.handle = handle;
    concerned.add(handle);
  }

  /** Runs on {@code connection}; again after a conflict, but never twice at once. */
  Future<Boolean> run(SqlConnection connection) {
    return others(connection)
        .compose(foreseen -> AccountLocks.take(connection, concerned))
        .compose(
            locks -> locks.has(handle) ? remove(connection, locks) : Future.succeededFuture(false));
  }

  /** Reads again under the locks: from here on nobody can add or lose this account. */
  private Future<Boolean> remove(SqlConnection connection, AccountLocks locks) {
    return others(connection)
        .compose(others -> locks.raise(connection, others))
        .compose(
            raised ->
                SqlTemplate.forUpdate(connection, REMOVE).execute(Map.of("id", locks.id(handle))))
        .map(true);
  }

  private Future<Set<Handle>> others(SqlConnection connection) {
    return SqlTemplate.forQuery(connection, OTHERS)
        .execute(Map.of("handle", handle.address()))
        .map(
            rows -> {
              var others = new HashSet<Handle>();
              rows.forEach(row -> others.add(Words.handle(row.getString("handle"))));
              others.remove(handle);
              concerned.addAll(others);
              return others;
            });
  }
}
