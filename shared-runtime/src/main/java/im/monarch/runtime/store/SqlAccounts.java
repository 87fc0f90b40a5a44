package im.monarch.runtime.store;

import im.monarch.domain.accounts.Account;
import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.MemberId;
import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.roster.Group;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.Map;
import java.util.Optional;

/** Accounts in SQL. */
final class SqlAccounts implements Accounts {

  private static final String FIND =
      "SELECT id, handle, member_id, friendly_name FROM account WHERE handle = #{handle}";
  private static final String PASSWORD =
      "SELECT password_hash FROM account WHERE handle = #{handle}";
  private static final String NEXT_ID = "SELECT nextval('account_id') AS id";

  /**
   * Epochs begin at the clock of the database, in milliseconds: whoever had the handle before has
   * had lower ones, and what is still on its way about them is old.
   */
  private static final String REGISTER =
      """
      INSERT INTO account (id, handle, member_id, password_hash, friendly_name, epoch)
      VALUES (#{id}, #{handle}, #{member}, #{password}, #{name},
        CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT))
      ON CONFLICT DO NOTHING
      """;

  private final Database database;

  SqlAccounts(Database database) {
    this.database = database;
  }

  @Override
  public Future<Registration> register(Handle handle, FriendlyName name, PasswordHash password) {
    return database.write(
        connection ->
            nextId(connection)
                .map(id -> new Account(id, handle, memberId(id), name))
                .compose(account -> insert(connection, account, password)));
  }

  private static Future<Long> nextId(SqlConnection connection) {
    return connection.query(NEXT_ID).execute().map(rows -> rows.iterator().next().getLong("id"));
  }

  /**
   * A number that looks like those of the service, 0003 and twelve more digits, and does not tell
   * how many accounts there are. No two ids give the same: the factor is odd.
   */
  private static MemberId memberId(long id) {
    long digits = (id * 0x9E37_79B9_7F4BL) & 0xFFFF_FFFF_FFFFL;
    return new MemberId(0x0003L << 48 | digits);
  }

  private static Future<Registration> insert(
      SqlConnection connection, Account account, PasswordHash password) {
    return SqlTemplate.forUpdate(connection, REGISTER)
        .execute(
            Map.of(
                "id", account.id(),
                "handle", account.handle().address(),
                "member", account.memberId().value(),
                "password", password.encoded(),
                "name", account.name().escaped()))
        .compose(
            inserted ->
                inserted.rowCount() == 0
                    ? Future.succeededFuture(new Registration.AlreadyThere())
                    : withFirstGroup(connection, account));
  }

  private static Future<Registration> withFirstGroup(SqlConnection connection, Account account) {
    var group = Group.otherContacts(account.handle());
    return SqlTemplate.forUpdate(connection, RosterDifference.ADD_GROUP)
        .execute(RosterDifference.row(account.id(), group))
        .map(new Registration.Registered(account));
  }

  @Override
  public Future<Optional<Account>> find(Handle handle) {
    return one(FIND, handle)
        .map(
            found ->
                found.map(
                    row ->
                        new Account(
                            row.getLong("id"),
                            Words.handle(row.getString("handle")),
                            new MemberId(row.getLong("member_id")),
                            Words.name(row.getString("friendly_name")))));
  }

  @Override
  public Future<Optional<PasswordHash>> passwordOf(Handle handle) {
    return one(PASSWORD, handle)
        .map(found -> found.map(row -> new PasswordHash(row.getString("password_hash"))));
  }

  private Future<Optional<Row>> one(String sql, Handle handle) {
    return database.read(
        client ->
            SqlTemplate.forQuery(client, sql)
                .execute(Map.of("handle", handle.address()))
                .map(rows -> rows.stream().findFirst()));
  }

  @Override
  public Future<Boolean> remove(Handle handle) {
    return database.write(new AccountRemoval(handle)::run);
  }
}
