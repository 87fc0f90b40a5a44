package im.monarch.protocol.dialect;

import im.monarch.protocol.command.RosterListing;
import im.monarch.protocol.dialect.Traits.ContactProperties;
import im.monarch.protocol.dialect.Traits.GroupKeys;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.PropertyKey;
import im.monarch.protocol.vocabulary.TrId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How MSNP2 to MSNP7 list what is stored: a line for each list that somebody is on, all of them
 * with transaction id and version, an empty list as {@code 0 0}. Clients take the last line of RL
 * for the end, so RL is last and always there (protocol notes, 3.2.2).
 */
final class LongListing {

  private static final List<ContactList> ORDER =
      List.of(ContactList.FL, ContactList.AL, ContactList.BL, ContactList.RL);

  /** The owner's, all of which are told. */
  private static final List<PropertyKey> OWN =
      List.of(PropertyKey.PHH, PropertyKey.PHW, PropertyKey.PHM, PropertyKey.MOB, PropertyKey.MBE);

  private final Lines out;
  private final Traits traits;
  private final TrId trId;
  private final RosterListing roster;

  LongListing(Lines out, Traits traits, TrId trId, RosterListing roster) {
    this.out = out;
    this.traits = traits;
    this.trId = trId;
    this.roster = roster;
  }

  /** SYN and all that follows it. */
  void everything() {
    out.line("SYN", trId, roster.version());
    out.line("GTC", trId, roster.version(), roster.prompt());
    out.line("BLP", trId, roster.version(), roster.privacy());
    if (traits.contactProperties() == ContactProperties.TOLD) {
      OWN.forEach(key -> property(roster.properties(), key, "PRP", trId, roster.version(), key));
    }
    if (traits.groupKeys() == GroupKeys.NUMBERS) {
      groups();
    }
    for (var list : ORDER) {
      list(list, true);
    }
  }

  /** All groups; there is at least one. */
  void groups() {
    int count = roster.groups().size();
    int index = 1;
    for (var group : roster.groups()) {
      out.line("LSG", trId, roster.version(), index++, count, group.id(), group.name(), 0);
    }
  }

  /** One list by itself. */
  void list(ContactList list) {
    list(list, false);
  }

  private void list(ContactList list, boolean withProperties) {
    var contacts = roster.contacts().stream().filter(one -> one.lists().contains(list)).toList();
    if (contacts.isEmpty()) {
      out.line("LST", trId, list, roster.version(), 0, 0);
    }
    int index = 1;
    for (var contact : contacts) {
      contact(list, contact, index++, contacts.size());
      if (withProperties && list == ContactList.FL) {
        properties(contact);
      }
    }
  }

  private void contact(ContactList list, RosterListing.Contact contact, int index, int count) {
    var words =
        new ArrayList<Object>(
            List.of(
                "LST",
                trId,
                list,
                roster.version(),
                index,
                count,
                contact.handle(),
                contact.name()));
    if (list == ContactList.FL && traits.groupKeys() == GroupKeys.NUMBERS) {
      words.add(contact.groups().stream().map(GroupId::toString).collect(Collectors.joining(",")));
    }
    out.line(words.toArray());
  }

  private void properties(RosterListing.Contact contact) {
    if (traits.contactProperties() == ContactProperties.TOLD) {
      PropertyKey.OF_CONTACTS.forEach(
          key ->
              property(contact.properties(), key, "BPR", roster.version(), contact.handle(), key));
    }
  }

  /** What is not set has no value; a switch that is not set is off. */
  private void property(Map<PropertyKey, String> known, PropertyKey key, Object... words) {
    var line = new ArrayList<>(Arrays.asList(words));
    Optional.ofNullable(known.get(key)).or(key::unset).ifPresent(line::add);
    out.line(line.toArray());
  }
}
