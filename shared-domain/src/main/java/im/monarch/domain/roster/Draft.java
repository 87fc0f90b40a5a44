package im.monarch.domain.roster;

import static im.monarch.protocol.vocabulary.ContactList.FL;
import static im.monarch.protocol.vocabulary.ContactList.RL;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** An address book while one edit is made. */
final class Draft {

  private final Roster before;
  private final ListVersion version;
  private final Map<PropertyKey, String> properties = new EnumMap<>(PropertyKey.class);
  private final SortedMap<GroupId, Group> groups = new TreeMap<>();
  private final SortedMap<Handle, Contact> contacts;
  private FriendlyName name;
  private PrivacyMode privacy;
  private PromptMode prompt;

  Draft(Roster before) {
    this.before = before;
    version = before.version().next();
    properties.putAll(before.properties());
    before.groups().forEach(group -> groups.put(group.id(), group));
    contacts = new TreeMap<>(before.contacts());
    name = before.name();
    privacy = before.privacy();
    prompt = before.prompt();
  }

  /** The address book with the edit made, one version higher. */
  Roster done() {
    var after = roster();
    if (!after.watches(after.owner())) {
      return after;
    }
    var shown = after.admits(after.owner()) ? properties : Map.<PropertyKey, String>of();
    contacts.computeIfPresent(after.owner(), (owner, self) -> self.showing(shown));
    return roster();
  }

  private Roster roster() {
    return new Roster(
        before.owner(),
        name,
        version,
        privacy,
        prompt,
        properties,
        List.copyOf(groups.values()),
        contacts);
  }

  void name(FriendlyName newName) {
    name = newName;
  }

  /** Yields whether that changes anything. */
  boolean privacy(PrivacyMode mode) {
    boolean changes = privacy != mode;
    privacy = mode;
    return changes;
  }

  /** Yields whether that changes anything. */
  boolean prompt(PromptMode mode) {
    boolean changes = prompt != mode;
    prompt = mode;
    return changes;
  }

  void set(PropertyKey key, Optional<String> value) {
    value
        .filter(text -> !text.isEmpty())
        .ifPresentOrElse(text -> properties.put(key, text), () -> properties.remove(key));
  }

  Optional<Contact> contact(Handle handle) {
    return Optional.ofNullable(contacts.get(handle));
  }

  /** Everybody in {@code group}; a list of its own, so that the caller may change them. */
  List<Contact> members(GroupId group) {
    return contacts.values().stream().filter(contact -> contact.groups().contains(group)).toList();
  }

  /** How many people FL has. */
  int watched() {
    return (int) contacts.values().stream().filter(contact -> contact.isOn(FL)).count();
  }

  void rename(Contact contact, FriendlyName nickname) {
    contacts.put(contact.handle(), contact.with(nickname));
  }

  /** Puts somebody who may be new on lists of the owner's. */
  void place(Handle handle, Principal principal, FriendlyName nickname, Lists lists) {
    var guid =
        contact(handle)
            .filter(Contact::isOwn)
            .map(Contact::guid)
            .orElseGet(() -> Guids.of(before.owner(), version, handle));
    contacts.put(
        handle,
        new Contact(
            handle,
            principal.name(),
            nickname,
            guid,
            withReverse(handle, lists.own()),
            lists.groups(),
            principal.properties()));
  }

  /** Moves somebody to other lists of the owner's; on none at all they disappear. */
  void place(Contact contact, Lists lists) {
    var all = withReverse(contact.handle(), lists.own());
    if (all.isEmpty()) {
      contacts.remove(contact.handle());
    } else {
      contacts.put(contact.handle(), contact.with(all, lists.groups()));
    }
  }

  /** RL stays as it is, but for owners that put themselves on their own FL. */
  private Set<ContactList> withReverse(Handle handle, Set<ContactList> own) {
    var all = EnumSet.noneOf(ContactList.class);
    all.addAll(own);
    boolean reverse =
        handle.equals(before.owner())
            ? own.contains(FL)
            : contact(handle).filter(contact -> contact.isOn(RL)).isPresent();
    if (reverse) {
      all.add(RL);
    }
    return all;
  }

  boolean has(GroupId group) {
    return groups.containsKey(group);
  }

  int groupCount() {
    return groups.size();
  }

  /** The group whose name reads the same, however it is escaped. */
  Optional<GroupId> named(GroupName wanted) {
    return groups.values().stream()
        .filter(group -> group.name().plain().equals(wanted.plain()))
        .map(Group::id)
        .findFirst();
  }

  /** Makes a group with the lowest free number; there has to be one. */
  GroupId addGroup(GroupName groupName) {
    int number = 1;
    while (groups.containsKey(new GroupId(number))) {
      number++;
    }
    var id = new GroupId(number);
    groups.put(id, new Group(id, groupName, Guids.of(before.owner(), version, id)));
    return id;
  }

  void rename(GroupId id, GroupName groupName) {
    groups.computeIfPresent(id, (same, group) -> group.with(groupName));
  }

  void removeGroup(GroupId id) {
    groups.remove(id);
  }

  /**
   * Where the owner has somebody.
   *
   * @param own FL, AL and BL
   * @param groups not empty exactly if FL is among them
   */
  record Lists(Set<ContactList> own, SortedSet<GroupId> groups) {

    static final Lists NONE = new Lists(Set.of(), GroupSet.ofMask(0));

    static Lists of(Contact contact) {
      return new Lists(contact.lists(), contact.groups()).without(RL);
    }

    Lists with(ContactList list) {
      var all = EnumSet.of(list);
      all.addAll(own);
      return new Lists(all, groups);
    }

    Lists without(ContactList list) {
      var rest = EnumSet.noneOf(ContactList.class);
      rest.addAll(own);
      rest.remove(list);
      return new Lists(rest, list == FL ? GroupSet.ofMask(0) : groups);
    }

    /** On FL, in exactly these groups. */
    Lists in(SortedSet<GroupId> chosen) {
      return new Lists(with(FL).own(), chosen);
    }
  }
}
