package im.monarch.domain.roster;

import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import java.util.UUID;

/**
 * A group of an account's contacts.
 *
 * @param guid its name in MSNP10 and later; stays the same whatever dialect signs in
 */
public record Group(GroupId id, GroupName name, UUID guid) {

  /** The group that a new account of {@code owner}'s has; it can be renamed, not removed. */
  public static Group otherContacts(Handle owner) {
    return new Group(
        GroupId.OTHER_CONTACTS,
        GroupName.ofPlain("Other Contacts"),
        Guids.of(owner, ListVersion.FIRST, GroupId.OTHER_CONTACTS));
  }

  Group with(GroupName newName) {
    return new Group(id, newName, guid);
  }
}
