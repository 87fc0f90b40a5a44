package im.monarch.runtime.store;

import im.monarch.domain.accounts.Secrets;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/** Secrets in SQL: whoever asks first makes one, and whoever was second uses that. */
final class SqlSecrets implements Secrets {

  private static final String FIND = "SELECT content FROM secret WHERE name = #{name}";
  private static final String KEEP =
      "INSERT INTO secret (name, content) VALUES (#{name}, #{content}) ON CONFLICT DO NOTHING";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;

  SqlSecrets(Database database) {
    this.database = database;
  }

  @Override
  public Future<byte[]> obtain(String name, int bytes) {
    return database
        .read(client -> find(client, name))
        .compose(
            found ->
                found
                    .map(Future::succeededFuture)
                    .orElseGet(() -> database.write(connection -> make(connection, name, bytes))));
  }

  private static Future<Optional<byte[]>> find(SqlClient client, String name) {
    return SqlTemplate.forQuery(client, FIND)
        .execute(Map.of("name", name))
        .map(rows -> rows.stream().map(row -> row.getBuffer("content").getBytes()).findFirst());
  }

  private static Future<byte[]> make(SqlConnection connection, String name, int bytes) {
    var secret = new byte[bytes];
    RANDOM.nextBytes(secret);
    return SqlTemplate.forUpdate(connection, KEEP)
        .execute(Map.of("name", name, "content", Buffer.buffer(secret)))
        .compose(kept -> find(connection, name))
        .map(Optional::orElseThrow);
  }
}
