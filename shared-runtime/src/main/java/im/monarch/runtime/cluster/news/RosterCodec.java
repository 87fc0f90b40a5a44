package im.monarch.runtime.cluster.news;

import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.Roster;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How an address book travels: the parts of the records in their order. */
final class RosterCodec {

  private RosterCodec() {}

  static Writer write(Writer to, Roster roster) {
    to.handle(roster.owner()).word(roster.name()).number(roster.version().number());
    to.word(roster.privacy()).word(roster.prompt());
    properties(to, roster.properties());
    to.all(roster.groups(), group -> group(to, group));
    return to.all(roster.contacts().values(), contact -> contact(to, contact));
  }

  private static void properties(Writer to, Map<PropertyKey, String> properties) {
    to.all(
        properties.entrySet(),
        property -> {
          to.word(property.getKey());
          to.text(property.getValue());
        });
  }

  private static void group(Writer to, Group group) {
    to.number(group.id().number()).word(group.name());
    guid(to, group.guid());
  }

  private static void contact(Writer to, Contact contact) {
    to.handle(contact.handle()).word(contact.name()).word(contact.nickname());
    guid(to, contact.guid());
    to.number(ContactList.mask(contact.lists()));
    to.all(contact.groups(), group -> to.number(group.number()));
    properties(to, contact.properties());
  }

  private static void guid(Writer to, UUID guid) {
    to.number(guid.getMostSignificantBits()).number(guid.getLeastSignificantBits());
  }

  static Roster read(Reader from) {
    return new Roster(
        from.handle(),
        new FriendlyName(from.text()),
        new ListVersion(from.number()),
        PrivacyMode.valueOf(from.text()),
        PromptMode.valueOf(from.text()),
        properties(from),
        from.all(() -> group(from)),
        contacts(from));
  }

  private static Map<PropertyKey, String> properties(Reader from) {
    return from.all(() -> Map.entry(PropertyKey.valueOf(from.text()), from.text())).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Group group(Reader from) {
    return new Group(new GroupId(from.count()), new GroupName(from.text()), guid(from));
  }

  private static Map<Handle, Contact> contacts(Reader from) {
    return from.all(() -> contact(from)).stream()
        .collect(
            Collectors.toMap(
                Contact::handle, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  private static Contact contact(Reader from) {
    return new Contact(
        from.handle(),
        new FriendlyName(from.text()),
        new FriendlyName(from.text()),
        guid(from),
        ContactList.ofMask(from.count()),
        new TreeSet<>(from.all(() -> new GroupId(from.count()))),
        properties(from));
  }

  private static UUID guid(Reader from) {
    return new UUID(from.number(), from.number());
  }
}
