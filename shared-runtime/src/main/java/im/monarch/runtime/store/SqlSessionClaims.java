package im.monarch.runtime.store;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.roster.Fence;
import im.monarch.domain.sessions.SessionClaims;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Claims of one node in SQL: the account's row says who has its session, the lease of that node
 * whether it still means anything. Not for databases of one process.
 */
final class SqlSessionClaims implements SessionClaims {

  private static final String LOCK = "SELECT id FROM account WHERE handle = #{handle} FOR UPDATE";

  /**
   * Behind the lock, so that it sees everything that those before it did. The node that loses the
   * account finds a note, in case that nobody can tell it.
   */
  private static final String CLAIM =
      """
      WITH claimed AS (
        UPDATE account a SET epoch = a.epoch + 1, session_node = #{node}, session_term = #{term}
        FROM account before
        WHERE a.handle = #{handle} AND before.id = a.id AND EXISTS (SELECT 1 FROM node_lease mine
          WHERE mine.node = #{node} AND mine.term = #{term} AND mine.expires_at > clock_timestamp())
        RETURNING a.handle AS handle, a.epoch AS epoch, (SELECT held.node FROM node_lease held
          WHERE held.node = before.session_node AND held.term = before.session_term
            AND held.expires_at > clock_timestamp()) AS taken_from),
      noted AS (
        INSERT INTO takeover (node, handle, epoch, taken_at)
        SELECT taken_from, handle, epoch, clock_timestamp() FROM claimed
        WHERE taken_from <> #{node})
      SELECT epoch, taken_from FROM claimed
      """;

  private static final String RELEASE =
      """
      UPDATE account SET session_node = NULL, session_term = NULL
      WHERE handle = #{handle} AND epoch = #{epoch}
        AND session_node = #{node} AND session_term = #{term}
      """;

  private final Database database;
  private final SqlNodeLease lease;

  SqlSessionClaims(Database database, SqlNodeLease lease) {
    this.database = database;
    this.lease = lease;
  }

  @Override
  public Future<Claim> claim(Handle handle, NodeId node) {
    long term = lease.term();
    if (term == 0 || !node.equals(lease.node())) {
      return Future.failedFuture(refused(node));
    }
    return database
        .write(connection -> claim(connection, handle, term))
        .compose(
            claim ->
                claim
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(refused(node))));
  }

  /** Sent in one go. Empty if there is no such account, or no such lease. */
  private Future<Optional<Claim>> claim(SqlConnection connection, Handle handle, long term) {
    var locked = SqlTemplate.forQuery(connection, LOCK).execute(Map.of("handle", handle.address()));
    var claimed =
        SqlTemplate.forQuery(connection, CLAIM)
            .execute(Map.of("handle", handle.address(), "node", lease.node().text(), "term", term));
    return Future.join(locked, claimed)
        .map(
            done -> {
              if (locked.result().size() == 1 && claimed.result().size() == 0) {
                lease.lose(term, "the database refused a claim");
              }
              return claim(handle, term, claimed.result());
            });
  }

  private Optional<Claim> claim(Handle handle, long term, RowSet<Row> rows) {
    return rows.stream()
        .map(
            row ->
                new Claim(
                    handle,
                    lease.node(),
                    row.getLong("epoch"),
                    Optional.ofNullable(row.getString("taken_from")).map(NodeId::new),
                    term))
        .findFirst();
  }

  private static StoreUnavailableException refused(NodeId node) {
    return new StoreUnavailableException(
        "no claim", new IllegalStateException(node + " holds no lease, or the account is gone"));
  }

  /** After the end of the lease nobody can tell, and it does not matter: the claim is void. */
  @Override
  public Future<Boolean> release(Claim claim) {
    return stands(claim)
        ? database.write(connection -> release(connection, claim))
        : Future.succeededFuture(true);
  }

  private static Future<Boolean> release(SqlConnection connection, Claim claim) {
    return SqlTemplate.forUpdate(connection, RELEASE)
        .execute(
            Map.of(
                "handle", claim.handle().address(),
                "epoch", claim.epoch(),
                "node", claim.node().text(),
                "term", claim.term()))
        .map(released -> released.rowCount() == 1);
  }

  @Override
  public boolean stands(Claim claim) {
    return claim.term() == lease.term();
  }

  @Override
  public void onTaken(BiConsumer<Handle, Long> action) {
    lease.onTaken(action);
  }

  @Override
  public Fence fence(Claim claim) {
    return new Fence.Session(claim.epoch(), Optional.of(claim.node()), claim.term());
  }
}
