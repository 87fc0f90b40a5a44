package im.monarch.domain.roster;

import static im.monarch.protocol.vocabulary.ContactList.FL;
import static im.monarch.protocol.vocabulary.ContactList.RL;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Somebody on at least one list of an account.
 *
 * @param name what they called themselves when the address book was read
 * @param nickname what the owner calls them; for somebody only on RL, their own name
 * @param guid their name in MSNP10 and later, the same for as long as they are on a list of the
 *     owner's; {@link #NO_GUID} for somebody only on RL
 * @param lists not empty
 * @param groups where FL has them, at least one; empty when they are not on FL
 * @param properties telephone numbers of a contact on FL that the owner may see, only those set
 */
public record Contact(
    Handle handle,
    FriendlyName name,
    FriendlyName nickname,
    UUID guid,
    Set<ContactList> lists,
    SortedSet<GroupId> groups,
    Map<PropertyKey, String> properties) {

  /** What somebody has who is on no list of the owner's. */
  public static final UUID NO_GUID = new UUID(0, 0);

  /** Every combination of lists, by mask: there is a set for every contact, so they share. */
  private static final List<Set<ContactList>> LISTS =
      IntStream.range(0, 1 << ContactList.values().length)
          .mapToObj(mask -> Collections.unmodifiableSet(ContactList.ofMask(mask)))
          .toList();

  private static final Set<ContactList> ONLY_RL = shared(Set.of(RL));

  public Contact {
    lists = shared(lists);
    groups = GroupSet.of(groups);
    if (lists.isEmpty()) {
      throw new IllegalArgumentException("contact " + handle + ": on no list");
    }
    if (lists.contains(FL) == groups.isEmpty()) {
      throw new IllegalArgumentException("contact " + handle + ": " + lists + " in " + groups);
    }
    properties = lists.contains(FL) ? Properties.copy(properties) : Map.of();
    if (lists.equals(ONLY_RL)) {
      nickname = name;
      guid = NO_GUID;
    }
  }

  /** Somebody who has the owner on FL and is on no list of the owner's. */
  public static Contact onlyOnRl(Handle handle, FriendlyName name) {
    return new Contact(handle, name, name, NO_GUID, ONLY_RL, GroupSet.ofMask(0), Map.of());
  }

  public boolean isOn(ContactList list) {
    return lists.contains(list);
  }

  /** Whether the owner put them on a list: RL is the doing of others. */
  public boolean isOwn() {
    return !lists.equals(ONLY_RL);
  }

  Contact with(FriendlyName newNickname) {
    return new Contact(handle, name, newNickname, guid, lists, groups, properties);
  }

  Contact showing(Map<PropertyKey, String> newProperties) {
    return new Contact(handle, name, nickname, guid, lists, groups, newProperties);
  }

  Contact with(Set<ContactList> newLists, SortedSet<GroupId> newGroups) {
    return new Contact(handle, name, nickname, guid, newLists, newGroups, properties);
  }

  private static Set<ContactList> shared(Collection<ContactList> lists) {
    return LISTS.get(ContactList.mask(lists));
  }
}
