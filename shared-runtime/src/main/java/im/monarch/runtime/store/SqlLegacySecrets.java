package im.monarch.runtime.store;

import im.monarch.domain.legacy.LegacySecret;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.runtime.legacy.SecretSeal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Legacy secrets in SQL, sealed. */
final class SqlLegacySecrets implements LegacySecrets {

  private static final String FIND =
      """
      SELECT s.sealed AS sealed FROM account a JOIN legacy_secret s ON s.account_id = a.id
      WHERE a.handle = #{handle}
      """;
  private static final String REMOVE = "DELETE FROM legacy_secret WHERE account_id = #{id}";
  private static final String KEEP =
      "INSERT INTO legacy_secret (account_id, sealed) VALUES (#{id}, #{sealed})";

  private final Database database;
  private final SecretSeal seal;

  SqlLegacySecrets(Database database, SecretSeal seal) {
    this.database = database;
    this.seal = seal;
  }

  @Override
  public Future<Optional<LegacySecret>> of(Handle handle) {
    return database
        .read(
            client ->
                SqlTemplate.forQuery(client, FIND)
                    .execute(Map.of("handle", handle.address()))
                    .map(rows -> rows.stream().map(row -> row.getBuffer("sealed")).findFirst()))
        .compose(
            found ->
                found
                    .map(content -> seal.open(handle, content.getBytes()))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  @Override
  public Future<Boolean> change(Handle handle, Optional<LegacySecret> secret) {
    return secret.isPresent()
        ? seal.seal(handle, secret.get())
            .compose(content -> write(handle, Optional.of(Buffer.buffer(content))))
        : write(handle, Optional.empty());
  }

  private Future<Boolean> write(Handle handle, Optional<Buffer> content) {
    return database.write(
        connection ->
            AccountLocks.take(connection, List.of(handle))
                .compose(
                    locks ->
                        locks.has(handle)
                            ? replace(connection, locks.id(handle), content).map(true)
                            : Future.succeededFuture(false)));
  }

  private static Future<Void> replace(SqlConnection connection, long id, Optional<Buffer> content) {
    return SqlTemplate.forUpdate(connection, REMOVE)
        .execute(Map.of("id", id))
        .compose(
            removed ->
                content
                    .map(
                        bytes ->
                            SqlTemplate.forUpdate(connection, KEEP)
                                .execute(Map.of("id", id, "sealed", bytes)))
                    .orElseGet(() -> Future.succeededFuture(removed)))
        .mapEmpty();
  }
}
