package im.monarch.domain.roster;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Somebody on at least one list of an account.
 *
 * @param nickname what the owner calls them; for somebody only on RL, their own friendly name
 * @param lists not empty
 * @param groups where FL has them; empty when they are not on FL
 * @param properties telephone numbers of the contact that the owner may see, only those set
 */
public record Contact(
    Handle handle,
    FriendlyName nickname,
    Set<ContactList> lists,
    SortedSet<GroupId> groups,
    Map<PropertyKey, String> properties) {

  public boolean isOn(ContactList list) {
    return lists.contains(list);
  }
}
