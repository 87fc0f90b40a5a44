package im.monarch.runtime.store;

import im.monarch.domain.nodes.NodeId;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * What other nodes have taken from this one, as they noted it in SQL when they claimed it. The bus
 * tells the same sooner, where it can. A note is told again with each renewal for as long as it is
 * kept, so that none is lost with an answer of the database.
 */
final class Takeovers {

  private static final String FORGET =
      """
      DELETE FROM takeover
      WHERE node = #{node} AND taken_at < clock_timestamp() - INTERVAL '1 minute'
      """;

  private static final String READ = "SELECT handle, epoch FROM takeover WHERE node = #{node}";

  private final NodeId node;
  private final List<BiConsumer<Handle, Long>> actions = new CopyOnWriteArrayList<>();
  private volatile List<Taken> taken = List.of();

  private record Taken(Handle handle, long epoch) {}

  Takeovers(NodeId node) {
    this.node = node;
  }

  void onTaken(BiConsumer<Handle, Long> action) {
    actions.add(action);
  }

  /** Reads the notes, and forgets old ones. */
  Future<Void> read(SqlClient client) {
    Map<String, Object> mine = Map.of("node", node.text());
    var forgotten = SqlTemplate.forUpdate(client, FORGET).execute(mine);
    var notes = SqlTemplate.forQuery(client, READ).execute(mine);
    return Future.join(forgotten, notes)
        .map(done -> notes.result())
        .onSuccess(
            rows ->
                taken =
                    rows.stream()
                        .map(
                            row ->
                                new Taken(
                                    new Handle(row.getString("handle")), row.getLong("epoch")))
                        .toList())
        .mapEmpty();
  }

  /** Tells what was read last. */
  void tell() {
    taken.forEach(each -> actions.forEach(action -> action.accept(each.handle(), each.epoch())));
  }
}
