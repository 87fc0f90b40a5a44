package im.monarch.protocol.dialect;

import im.monarch.protocol.command.NsMessage.SynFull;
import im.monarch.protocol.command.RosterListing;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.GroupId;
import java.util.stream.Collectors;

/**
 * How SYN lists everything stored. Clients count LST lines to know when it is over, and index
 * groups by number, so counts are exact and the order is fixed (protocol notes, 3.2.2).
 */
final class RosterForm {

  private RosterForm() {}

  /** MSNP8 and MSNP9: one LST for each contact, the lists as a mask. */
  static void bitmask(Lines out, SynFull message) {
    var roster = message.roster();
    int contacts = roster.contacts().size();
    out.line("SYN", message.trId(), roster.version(), contacts, roster.groups().size());
    out.line("GTC", roster.prompt());
    out.line("BLP", roster.privacy());
    roster.properties().forEach((key, value) -> out.line("PRP", key, value));
    for (var group : roster.groups()) {
      out.line("LSG", group.id(), group.name(), 0);
    }
    for (var contact : roster.contacts()) {
      contact(out, contact);
    }
  }

  private static void contact(Lines out, RosterListing.Contact contact) {
    int mask = ContactList.mask(contact.lists());
    if (contact.lists().contains(ContactList.FL)) {
      var groups =
          contact.groups().stream().map(GroupId::toString).collect(Collectors.joining(","));
      out.line("LST", contact.handle(), contact.name(), mask, groups);
    } else {
      out.line("LST", contact.handle(), contact.name(), mask);
    }
    contact.properties().forEach((key, value) -> out.line("BPR", key, value));
  }
}
