package im.monarch.domain.roster;

import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;

/**
 * A group of an account's contacts.
 *
 * @param guid its name in MSNP10 and later; stays the same whatever dialect signs in
 */
public record Group(GroupId id, GroupName name, String guid) {}
