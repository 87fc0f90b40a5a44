package im.monarch.runtime.store;

import static im.monarch.protocol.vocabulary.ContactList.RL;

import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.Roster;
import im.monarch.protocol.vocabulary.ContactList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be written to make one state of an address book another, and nothing else.
 *
 * @param id of the owner, whose account is locked
 */
record RosterDifference(long id, Roster before, Roster after) {

  private static final String ACCOUNT =
      """
      UPDATE account SET friendly_name = #{name}, privacy = #{privacy}, prompt = #{prompt},
        list_version = #{version}
      WHERE id = #{id}
      """;
  private static final String CLEAR_PROPERTY =
      "DELETE FROM account_property WHERE account_id = #{id} AND name = #{name}";
  private static final String SET_PROPERTY =
      """
      INSERT INTO account_property (account_id, name, content)
      VALUES (#{id}, #{name}, #{content})
      """;
  private static final String REMOVE_GROUP =
      "DELETE FROM contact_group WHERE owner_id = #{id} AND number = #{number}";
  private static final String RENAME_GROUP =
      "UPDATE contact_group SET name = #{name} WHERE owner_id = #{id} AND number = #{number}";
  private static final String REMOVE_CONTACT =
      """
      DELETE FROM contact WHERE owner_id = #{id}
        AND contact_id = (SELECT a.id FROM account a WHERE a.handle = #{contact})
      """;
  private static final String ADD_CONTACT =
      """
      INSERT INTO contact (owner_id, contact_id, lists, group_mask, nickname, guid)
      VALUES (#{id}, (SELECT a.id FROM account a WHERE a.handle = #{contact}), #{lists}, #{groups},
        #{nickname}, #{guid})
      """;
  private static final String CHANGE_CONTACT =
      """
      UPDATE contact SET lists = #{lists}, group_mask = #{groups}, nickname = #{nickname}
      WHERE owner_id = #{id}
        AND contact_id = (SELECT a.id FROM account a WHERE a.handle = #{contact})
      """;

  static final String ADD_GROUP =
      """
      INSERT INTO contact_group (owner_id, number, name, guid)
      VALUES (#{id}, #{number}, #{name}, #{guid})
      """;

  Writes writes() {
    var writes = new Writes();
    writes.add(
        ACCOUNT,
        Map.of(
            "id", id,
            "name", after.name().escaped(),
            "privacy", after.privacy().name(),
            "prompt", after.prompt().name(),
            "version", after.version().number()));
    properties(writes);
    groups(writes);
    contacts(writes);
    return writes;
  }

  private void properties(Writes writes) {
    var old = before.properties();
    var fresh = after.properties();
    old.forEach(
        (key, value) -> {
          if (!value.equals(fresh.get(key))) {
            writes.add(CLEAR_PROPERTY, Map.of("id", id, "name", key.name()));
          }
        });
    fresh.forEach(
        (key, value) -> {
          if (!value.equals(old.get(key))) {
            writes.add(SET_PROPERTY, Map.of("id", id, "name", key.name(), "content", value));
          }
        });
  }

  private void groups(Writes writes) {
    var old = new HashMap<Integer, Group>();
    before.groups().forEach(group -> old.put(group.id().number(), group));
    for (var group : after.groups()) {
      int number = group.id().number();
      var known = Optional.ofNullable(old.remove(number));
      if (known.isEmpty()) {
        writes.add(ADD_GROUP, row(id, group));
      } else if (!known.get().equals(group)) {
        writes.add(
            RENAME_GROUP, Map.of("id", id, "number", number, "name", group.name().escaped()));
      }
    }
    old.keySet().forEach(gone -> writes.add(REMOVE_GROUP, Map.of("id", id, "number", gone)));
  }

  /** The parameters of {@link #ADD_GROUP}. */
  static Map<String, Object> row(long owner, Group group) {
    return Map.of(
        "id", owner,
        "number", group.id().number(),
        "name", group.name().escaped(),
        "guid", group.guid());
  }

  private void contacts(Writes writes) {
    for (var contact : after.contacts().values()) {
      var known = before.contact(contact.handle()).filter(Contact::isOwn);
      if (known.isEmpty() && contact.isOwn()) {
        writes.add(ADD_CONTACT, row(contact));
      } else if (known.isPresent() && contact.isOwn() && !isSameRow(known.get(), contact)) {
        writes.add(CHANGE_CONTACT, row(contact));
      }
    }
    for (var contact : before.contacts().values()) {
      if (contact.isOwn() && after.contact(contact.handle()).filter(Contact::isOwn).isEmpty()) {
        writes.add(REMOVE_CONTACT, Map.of("id", id, "contact", contact.handle().address()));
      }
    }
  }

  private static boolean isSameRow(Contact one, Contact other) {
    return lists(one) == lists(other)
        && one.groups().equals(other.groups())
        && one.nickname().equals(other.nickname());
  }

  private Map<String, Object> row(Contact contact) {
    return Map.of(
        "id", id,
        "contact", contact.handle().address(),
        "lists", lists(contact),
        "groups", contact.groups().stream().mapToInt(group -> 1 << group.number()).sum(),
        "nickname", contact.nickname().escaped(),
        "guid", contact.guid());
  }

  private static int lists(Contact contact) {
    return ContactList.mask(contact.lists()) & ~RL.bit();
  }
}
