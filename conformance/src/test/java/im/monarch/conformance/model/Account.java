package im.monarch.conformance.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is stored about one account (protocol notes, 8.1, 8.7). RL is asked of the others. */
final class Account {

  /** Somebody on at least one list. */
  static final class Contact {
    String nickname;
    final Set<ContactList> lists = EnumSet.noneOf(ContactList.class);
    final SortedSet<Integer> groups = new TreeSet<>();

    Contact(String nickname) {
      this.nickname = nickname;
    }
  }

  /** In the order in which SYN lists them. */
  static final List<String> PROPERTIES = List.of("PHH", "PHW", "PHM", "MOB");

  final String handle;
  String name;
  long version;
  String privacy = "AL";
  String prompt = "A";
  final NavigableMap<String, String> properties = new TreeMap<>();
  final NavigableMap<Integer, String> groups = new TreeMap<>();
  final NavigableMap<String, Contact> contacts = new TreeMap<>();

  Account(String handle, String name, long version) {
    this.handle = handle;
    this.name = name;
    this.version = version;
    groups.put(0, "Other%20Contacts");
  }

  boolean has(String other, ContactList list) {
    var contact = contacts.get(other);
    return contact != null && contact.lists.contains(list);
  }

  /** Whether {@code other} may see the owner while the owner is there (8.2). */
  boolean admits(String other) {
    return !has(other, ContactList.BL) && (privacy.equals("AL") || has(other, ContactList.AL));
  }

  int following() {
    return (int) contacts.values().stream().filter(c -> c.lists.contains(ContactList.FL)).count();
  }

  Contact contact(String other, String nickname) {
    return contacts.computeIfAbsent(other, key -> new Contact(nickname));
  }

  /** Takes somebody off a list; on none they are gone. */
  void take(String other, ContactList list) {
    var contact = contacts.get(other);
    contact.lists.remove(list);
    if (list == ContactList.FL) {
      contact.groups.clear();
    }
    if (contact.lists.isEmpty()) {
      contacts.remove(other);
    }
  }

  /** Who is in {@code group}; a list of its own. */
  List<String> members(int group) {
    var members = new ArrayList<String>();
    contacts.forEach(
        (other, contact) -> {
          if (contact.groups.contains(group)) {
            members.add(other);
          }
        });
    return members;
  }

  /** The four lines behind a new contact, from {@code BPR version handle} on. */
  static String shown(String key, NavigableMap<String, String> properties) {
    var value = properties.getOrDefault(key, key.equals("MOB") ? "N" : "");
    return value.isEmpty() ? key : key + ' ' + value;
  }
}
