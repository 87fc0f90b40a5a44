package im.monarch.runtime.store;

import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The accounts a transaction is about, locked until it ends. Everybody locks in the order of ids,
 * so that two who edit each other wait for each other and do not deadlock.
 *
 * @param held those that exist
 */
record AccountLocks(Map<Handle, Held> held) {

  private static final String LOCK =
      """
      SELECT id, handle, list_version FROM account
      WHERE id IN (SELECT id FROM account WHERE handle = ANY(#{handles}))
      ORDER BY id FOR UPDATE
      """;

  private static final String RAISE =
      """
      UPDATE account
      SET list_version = CASE WHEN list_version = 4294967295 THEN 1 ELSE list_version + 1 END
      WHERE id = ANY(#{ids})
      """;

  /** An account and its version when it was locked. */
  record Held(long id, ListVersion version) {}

  static Future<AccountLocks> take(SqlConnection connection, Collection<Handle> handles) {
    var addresses = handles.stream().map(Handle::address).distinct().toArray(String[]::new);
    return SqlTemplate.forQuery(connection, LOCK)
        .execute(Map.of("handles", addresses))
        .map(
            rows -> {
              var held = new HashMap<Handle, Held>();
              for (var row : rows) {
                held.put(
                    Words.handle(row.getString("handle")),
                    new Held(row.getLong("id"), new ListVersion(row.getLong("list_version"))));
              }
              return new AccountLocks(held);
            });
  }

  boolean has(Handle handle) {
    return held.containsKey(handle);
  }

  long id(Handle handle) {
    return held.get(handle).id();
  }

  /** Raises the versions of some of those held by one; yields the new ones. */
  Future<Map<Handle, ListVersion>> raise(SqlConnection connection, Collection<Handle> handles) {
    if (!held.keySet().containsAll(handles)) {
      return Future.failedFuture(new Database.Outdated("an account to be raised is not locked"));
    }
    if (handles.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    var versions = new TreeMap<Handle, ListVersion>();
    handles.forEach(handle -> versions.put(handle, held.get(handle).version().next()));
    var ids = versions.keySet().stream().map(this::id).toArray(Long[]::new);
    return SqlTemplate.forUpdate(connection, RAISE).execute(Map.of("ids", ids)).map(versions);
  }
}
