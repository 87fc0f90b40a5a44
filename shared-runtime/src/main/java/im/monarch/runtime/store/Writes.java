package im.monarch.runtime.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statements of one transaction, in the order they were first added; the same ones in one go. */
final class Writes {

  private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();

  void add(String sql, Map<String, Object> parameters) {
    rows.computeIfAbsent(sql, statement -> new ArrayList<>()).add(parameters);
  }

  /** The connection keeps the order: nothing waits for an answer before the next is sent. */
  Future<Void> run(SqlConnection connection) {
    return Future.join(
            rows.entrySet().stream()
                .map(statement -> run(connection, statement.getKey(), statement.getValue()))
                .toList())
        .mapEmpty();
  }

  private static Future<Void> run(
      SqlConnection connection, String sql, List<Map<String, Object>> parameters) {
    var template = SqlTemplate.forUpdate(connection, sql);
    return parameters.size() == 1
        ? template.execute(parameters.get(0)).mapEmpty()
        : template.executeBatch(parameters).mapEmpty();
  }
}
