package im.monarch.runtime.store;

import static im.monarch.protocol.vocabulary.ContactList.RL;

import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.Roster;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Puts an address book together from rows in any order. */
final class RosterAssembly {

  private static final int OWNER = 0;
  private static final int OWN_PROPERTY = 1;
  private static final int GROUP = 2;
  private static final int SHOWN_PROPERTY = 3;
  private static final int REVERSE = 4;
  private static final int CONTACT = 5;

  private final Map<PropertyKey, String> properties = new EnumMap<>(PropertyKey.class);
  private final List<Group> groups = new ArrayList<>();
  private final List<Row> contacts = new ArrayList<>();
  private final Map<Handle, Row> reverse = new HashMap<>();
  private final Map<Handle, Map<PropertyKey, String>> shown = new HashMap<>();
  private Optional<Row> owner = Optional.empty();

  private RosterAssembly() {}

  static Optional<Roster> of(Iterable<Row> rows) {
    var assembly = new RosterAssembly();
    rows.forEach(assembly::take);
    return assembly.owner.map(assembly::roster);
  }

  private void take(Row row) {
    switch (row.getInteger("kind")) {
      case OWNER -> owner = Optional.of(row);
      case OWN_PROPERTY -> take(row, properties);
      case GROUP -> groups.add(group(row));
      case CONTACT -> contacts.add(row);
      case REVERSE -> reverse.put(handle(row), row);
      case SHOWN_PROPERTY ->
          take(
              row, shown.computeIfAbsent(handle(row), contact -> new EnumMap<>(PropertyKey.class)));
      default -> throw new IllegalStateException("kind: " + row.getInteger("kind"));
    }
  }

  private static void take(Row row, Map<PropertyKey, String> into) {
    Words.property(row.getString("code")).ifPresent(key -> into.put(key, row.getString("content")));
  }

  private static Group group(Row row) {
    return new Group(
        new GroupId(row.getInteger("number")),
        Words.groupName(row.getString("name")),
        row.getUUID("guid"));
  }

  private static Handle handle(Row row) {
    return Words.handle(row.getString("handle"));
  }

  private Roster roster(Row account) {
    groups.sort(Comparator.comparing(Group::id));
    return new Roster(
        handle(account),
        Words.name(account.getString("name")),
        new ListVersion(account.getLong("number")),
        PrivacyMode.valueOf(account.getString("code")),
        PromptMode.valueOf(account.getString("content")),
        properties,
        groups,
        everybody());
  }

  private Map<Handle, Contact> everybody() {
    var everybody = new HashMap<Handle, Contact>();
    var onlyReverse = new HashSet<>(reverse.keySet());
    for (var row : contacts) {
      var contact = contact(row);
      everybody.put(contact.handle(), contact);
      onlyReverse.remove(contact.handle());
    }
    for (var other : onlyReverse) {
      var name = Words.name(reverse.get(other).getString("name"));
      everybody.put(other, Contact.onlyOnRl(other, name));
    }
    return everybody;
  }

  private Contact contact(Row row) {
    var handle = handle(row);
    return new Contact(
        handle,
        Words.name(row.getString("name")),
        Words.name(row.getString("content")),
        row.getUUID("guid"),
        lists(row.getInteger("lists"), reverse.containsKey(handle)),
        groups(row.getInteger("number")),
        shown.getOrDefault(handle, Map.of()));
  }

  private static Set<ContactList> lists(int own, boolean isReverse) {
    return ContactList.ofMask(isReverse ? own | RL.bit() : own);
  }

  private static SortedSet<GroupId> groups(int mask) {
    var groups = new TreeSet<GroupId>();
    for (int number = 0; number < GroupId.COUNT; number++) {
      if ((mask & 1 << number) != 0) {
        groups.add(new GroupId(number));
      }
    }
    return groups;
  }
}
