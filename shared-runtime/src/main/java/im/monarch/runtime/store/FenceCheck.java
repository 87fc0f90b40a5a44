package im.monarch.runtime.store;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.roster.Fence;
import im.monarch.domain.roster.Forfeit;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a transaction that holds the lock of an account may go on in the name of a session. Who
 * wants to claim the account waits for the same lock: until the transaction is over nothing
 * changes.
 */
final class FenceCheck {

  private static final String STANDING =
      """
      SELECT a.epoch AS epoch, a.session_node AS node, a.session_term AS term,
        EXISTS (SELECT 1 FROM node_lease held
          WHERE held.node = a.session_node AND held.term = a.session_term
            AND held.expires_at > clock_timestamp()) AS leased
      FROM account a WHERE a.handle = #{handle}
      """;

  private FenceCheck() {}

  /** Why it may not; asks nothing where there is no fence. */
  static Future<Optional<Forfeit>> forfeit(SqlConnection connection, Handle handle, Fence fence) {
    return switch (fence) {
      case Fence.None none -> Future.succeededFuture(Optional.empty());
      case Fence.Session session ->
          SqlTemplate.forQuery(connection, STANDING)
              .execute(Map.of("handle", handle.address()))
              .map(rows -> rows.stream().findFirst().flatMap(row -> forfeit(row, session)));
    };
  }

  private static Optional<Forfeit> forfeit(Row row, Fence.Session session) {
    if (row.getLong("epoch") != session.epoch() || isOfAnother(row, session)) {
      return Optional.of(Forfeit.TAKEN_OVER);
    }
    return row.getBoolean("leased") ? Optional.empty() : Optional.of(Forfeit.LEASE_OVER);
  }

  /** An account that was given up is nobody's. */
  private static boolean isOfAnother(Row row, Fence.Session session) {
    var holder = Optional.ofNullable(row.getString("node"));
    return holder.isPresent()
        && !(holder.equals(session.node().map(NodeId::text))
            && row.getLong("term") == session.term());
  }
}
