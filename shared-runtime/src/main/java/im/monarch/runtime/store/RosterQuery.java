package im.monarch.runtime.store;

import im.monarch.domain.roster.Principal;
import im.monarch.domain.roster.Roster;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PropertyKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads address books, each question in one round trip. */
final class RosterQuery {

  /** Account {@code a}, whose own row about the asking account is {@code back}, admits it. */
  private static final String ADMITS =
      """
      (back.lists IN (2, 3)
        OR (a.privacy = 'AL' AND (back.lists IS NULL OR back.lists NOT IN (4, 5))))
      """;

  /**
   * All of an address book: rows of {@link RosterAssembly}'s kinds, with columns for each. In a
   * SELECT of its own because H2 keeps no parsed UNION; the largest parts last because it copies
   * what is above.
   */
  private static final String LOAD =
      """
      SELECT * FROM (
      SELECT 0 AS kind, o.handle AS handle, o.friendly_name AS name, o.prompt AS content,
        o.privacy AS code, 0 AS lists, o.list_version AS number, CAST(NULL AS UUID) AS guid
      FROM account o WHERE o.handle = #{owner}
      UNION ALL
      SELECT 1, NULL, NULL, p.content, p.name, 0, 0, NULL
      FROM account o JOIN account_property p ON p.account_id = o.id WHERE o.handle = #{owner}
      UNION ALL
      SELECT 2, NULL, g.name, NULL, NULL, 0, g.number, g.guid
      FROM account o JOIN contact_group g ON g.owner_id = o.id WHERE o.handle = #{owner}
      UNION ALL
      SELECT 3, a.handle, NULL, p.content, p.name, 0, 0, NULL
      FROM account o JOIN contact c ON c.owner_id = o.id JOIN account a ON a.id = c.contact_id
        JOIN account_property p ON p.account_id = a.id
        LEFT JOIN contact back ON back.owner_id = a.id AND back.contact_id = o.id
      WHERE o.handle = #{owner} AND c.lists IN (1, 3, 5) AND
      """
          + ADMITS
          + """
          UNION ALL
          SELECT 4, a.handle, a.friendly_name, NULL, NULL, 0, 0, NULL
          FROM account o JOIN contact c ON c.contact_id = o.id JOIN account a ON a.id = c.owner_id
          WHERE o.handle = #{owner} AND c.lists IN (1, 3, 5)
          UNION ALL
          SELECT 5, a.handle, a.friendly_name, c.nickname, NULL, c.lists, c.group_mask, c.guid
          FROM account o JOIN contact c ON c.owner_id = o.id JOIN account a ON a.id = c.contact_id
          WHERE o.handle = #{owner}
          ) AS address_book
          """;

  private static final String ADMITTING =
      """
      SELECT a.handle AS handle
      FROM account a LEFT JOIN contact back ON back.owner_id = a.id
        AND back.contact_id = (SELECT v.id FROM account v WHERE v.handle = #{viewer})
      WHERE a.handle = ANY(#{others})
      AND
      """
          + ADMITS;

  private static final String PRINCIPAL =
      """
      SELECT a.friendly_name AS name, p.name AS code, p.content AS content
      FROM account a LEFT JOIN contact back ON back.owner_id = a.id
          AND back.contact_id = (SELECT o.id FROM account o WHERE o.handle = #{owner})
        LEFT JOIN account_property p ON p.account_id = a.id
        AND
      """
          + ADMITS
          + "WHERE a.handle = #{subject}";

  private RosterQuery() {}

  static Future<Optional<Roster>> load(SqlClient client, Handle owner) {
    return ask(client, LOAD, Map.of("owner", owner.address())).map(RosterAssembly::of);
  }

  static Future<Set<Handle>> admitting(SqlClient client, Handle viewer, Collection<Handle> others) {
    var addresses = others.stream().map(Handle::address).distinct().toArray(String[]::new);
    return ask(client, ADMITTING, Map.of("viewer", viewer.address(), "others", addresses))
        .map(
            rows -> {
              var admitting = new HashSet<Handle>();
              rows.forEach(row -> admitting.add(Words.handle(row.getString("handle"))));
              return admitting;
            });
  }

  /** {@code subject} as {@code owner} sees it; none if there is no such account. */
  static Future<Optional<Principal>> principal(SqlClient client, Handle owner, Handle subject) {
    var parameters = Map.<String, Object>of("owner", owner.address(), "subject", subject.address());
    return ask(client, PRINCIPAL, parameters).map(RosterQuery::principal);
  }

  private static Optional<Principal> principal(RowSet<Row> rows) {
    var properties = new EnumMap<PropertyKey, String>(PropertyKey.class);
    Optional<Principal> principal = Optional.empty();
    for (var row : rows) {
      Optional.ofNullable(row.getString("code"))
          .flatMap(Words::property)
          .ifPresent(key -> properties.put(key, row.getString("content")));
      principal = Optional.of(new Principal(Words.name(row.getString("name")), properties));
    }
    return principal;
  }

  private static Future<RowSet<Row>> ask(
      SqlClient client, String sql, Map<String, Object> parameters) {
    return SqlTemplate.forQuery(client, sql).execute(parameters);
  }
}
