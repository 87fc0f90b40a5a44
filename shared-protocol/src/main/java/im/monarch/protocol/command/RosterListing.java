package im.monarch.protocol.command;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

/**
 * Everything SYN downloads, in the order it is to be written.
 *
 * @param name what the owner is called
 * @param properties the owner's own, only those that are set; values escaped
 * @param groups at least {@link GroupId#OTHER_CONTACTS}
 * @param contacts everybody who is on any list
 */
public record RosterListing(
    ListVersion version,
    FriendlyName name,
    PromptMode prompt,
    PrivacyMode privacy,
    Map<PropertyKey, String> properties,
    List<Group> groups,
    List<Contact> contacts) {

  public RosterListing {
    groups = List.copyOf(groups);
    contacts = List.copyOf(contacts);
  }

  /** One group of the owner's. */
  public record Group(GroupId id, GroupName name, UUID guid) {}

  /**
   * Somebody on at least one list.
   *
   * @param name what the owner's client last called them
   * @param guid of use where {@code lists} holds FL
   * @param groups not empty where {@code lists} holds FL, empty otherwise
   * @param properties telephone numbers that the contact shows to the owner; values escaped
   */
  public record Contact(
      Handle handle,
      FriendlyName name,
      UUID guid,
      Set<ContactList> lists,
      SortedSet<GroupId> groups,
      Map<PropertyKey, String> properties) {

    /**
     * Whether they have the owner on their list and the owner has not answered that yet, with AL or
     * with BL.
     */
    public boolean isPending() {
      return lists.contains(ContactList.RL)
          && !lists.contains(ContactList.AL)
          && !lists.contains(ContactList.BL);
    }
  }
}
