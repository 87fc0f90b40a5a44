package im.monarch.runtime.store;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.Membership;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Duration;
import java.util.Map;

/** What tests know and do about the leases in a store, past everybody's back. */
record Nodes(Store store) {

  /** Longer than any test: such a lease is over only when somebody ends it. */
  static final Duration LONG = Duration.ofMinutes(5);

  Membership join(String node) {
    return store.join(new NodeId(node), LONG).await();
  }

  /** The lease of {@code node} is over by the clock of the database; the node does not know. */
  void expire(String node) {
    var sql = "UPDATE node_lease SET expires_at = clock_timestamp() WHERE node = #{node}";
    change(sql, Map.of("node", node));
  }

  /** The database is an older copy of itself, which has not heard of the last claim. */
  void forgetClaim(Handle account) {
    var sql =
        """
        UPDATE account SET epoch = epoch - 1, session_node = NULL, session_term = NULL
        WHERE handle = #{handle}
        """;
    change(sql, Map.of("handle", account.address()));
  }

  /** The lease of {@code node} was over so long ago that its row is gone. */
  void forgetLease(String node) {
    change("DELETE FROM node_lease WHERE node = #{node}", Map.of("node", node));
  }

  private void change(String sql, Map<String, Object> parameters) {
    store
        .database()
        .write(connection -> SqlTemplate.forUpdate(connection, sql).execute(parameters))
        .await();
  }

  /** Whether others take {@code node} for alive. */
  boolean isAlive(String node) {
    var sql =
        "SELECT 1 AS one FROM node_lease WHERE node = #{node} AND expires_at > clock_timestamp()";
    return store
            .database()
            .read(client -> SqlTemplate.forQuery(client, sql).execute(Map.of("node", node)))
            .await()
            .size()
        == 1;
  }
}
