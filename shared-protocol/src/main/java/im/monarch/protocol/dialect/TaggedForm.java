package im.monarch.protocol.dialect;

import im.monarch.protocol.command.NsMessage.SynFull;
import im.monarch.protocol.command.RosterListing;
import im.monarch.protocol.dialect.Traits.Networks;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How MSNP10 to MSNP12 list everything stored. Group 0 is not listed: a contact without a group is
 * one that is in no other (protocol notes, 3.2.2).
 */
final class TaggedForm {

  /** The bit of people who wait for an answer, in place of the one of RL. */
  private static final int PENDING = 16;

  /** The network that everybody here is on. */
  private static final int MESSENGER = 1;

  private final Lines out;
  private final Networks networks;
  private final Map<GroupId, UUID> groups;

  private TaggedForm(Lines out, Networks networks, Map<GroupId, UUID> groups) {
    this.out = out;
    this.networks = networks;
    this.groups = groups;
  }

  static void write(Lines out, SynFull message, Networks networks) {
    var roster = message.roster();
    var groups =
        roster.groups().stream()
            .filter(group -> !group.id().equals(GroupId.OTHER_CONTACTS))
            .toList();
    var stamp = ListStamp.of(roster.version());
    out.line("SYN", message.trId(), stamp, stamp, roster.contacts().size(), groups.size());
    out.line("GTC", roster.prompt());
    out.line("BLP", roster.privacy());
    out.line("PRP", "MFN", roster.name());
    roster.properties().forEach((key, value) -> out.line("PRP", key, value));
    groups.forEach(group -> out.line("LSG", group.name(), group.guid()));
    var form =
        new TaggedForm(
            out,
            networks,
            groups.stream()
                .collect(Collectors.toMap(RosterListing.Group::id, RosterListing.Group::guid)));
    roster.contacts().forEach(form::contact);
  }

  private void contact(RosterListing.Contact contact) {
    boolean followed = contact.lists().contains(ContactList.FL);
    var words =
        new ArrayList<Object>(List.of("LST", "N=" + contact.handle(), "F=" + contact.name()));
    if (followed) {
      words.add("C=" + contact.guid());
    }
    words.add(mask(contact));
    switch (networks) {
      case ONE -> {}
      case NUMBERED -> words.add(MESSENGER);
    }
    var names = groups(contact);
    if (!names.isEmpty()) {
      words.add(names);
    }
    out.line(words.toArray());
    contact.properties().forEach((key, value) -> out.line("BPR", key, value));
  }

  private static int mask(RosterListing.Contact contact) {
    int mask = ContactList.mask(contact.lists());
    return contact.isPending() ? mask - ContactList.RL.bit() + PENDING : mask;
  }

  private String groups(RosterListing.Contact contact) {
    return contact.groups().stream()
        .filter(groups::containsKey)
        .map(group -> groups.get(group).toString())
        .collect(Collectors.joining(","));
  }
}
