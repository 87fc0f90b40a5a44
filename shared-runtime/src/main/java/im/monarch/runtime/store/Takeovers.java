package im.monarch.runtime.store;

import im.monarch.domain.nodes.NodeId;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * What other nodes have taken from this one, as they noted it in SQL when they claimed it. The bus
 * tells the same sooner, where it can. A note is kept until it was told: a node may be away for as
 * long as its lease, and answers of the database can be lost.
 */
final class Takeovers {

  private static final String FORGET =
      """
      DELETE FROM takeover
      WHERE node = #{node}
        AND (handle, epoch) IN (SELECT * FROM unnest(#{handles}::text[], #{epochs}::bigint[]))
      """;

  private static final String READ = "SELECT handle, epoch FROM takeover WHERE node = #{node}";

  private final NodeId node;
  private final List<BiConsumer<Handle, Long>> actions = new CopyOnWriteArrayList<>();
  private volatile List<Taken> taken = List.of();
  private volatile List<Taken> told = List.of();

  private record Taken(Handle handle, long epoch) {}

  Takeovers(NodeId node) {
    this.node = node;
  }

  void onTaken(BiConsumer<Handle, Long> action) {
    actions.add(action);
  }

  /** Reads the notes, and forgets those that were told. */
  Future<Void> read(SqlClient client) {
    var notes = SqlTemplate.forQuery(client, READ).execute(Map.of("node", node.text()));
    return Future.join(notes, forget(client, told))
        .map(done -> notes.result())
        .onSuccess(rows -> taken = rows.stream().map(Takeovers::taken).toList())
        .mapEmpty();
  }

  private static Taken taken(Row row) {
    return new Taken(new Handle(row.getString("handle")), row.getLong("epoch"));
  }

  private Future<Void> forget(SqlClient client, List<Taken> notes) {
    if (notes.isEmpty()) {
      return Future.succeededFuture();
    }
    Map<String, Object> known =
        Map.of(
            "node", node.text(),
            "handles", notes.stream().map(note -> note.handle().address()).toArray(String[]::new),
            "epochs", notes.stream().map(Taken::epoch).toArray(Long[]::new));
    return SqlTemplate.forUpdate(client, FORGET).execute(known).mapEmpty();
  }

  /** Tells what was read last. */
  void tell() {
    var notes = taken;
    notes.forEach(each -> actions.forEach(action -> action.accept(each.handle(), each.epoch())));
    told = notes;
  }
}
