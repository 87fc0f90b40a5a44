package im.monarch.domain.roster;

import static im.monarch.protocol.vocabulary.ContactList.RL;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How an address book in memory follows what others do to their own. The version never goes down:
 * news of two people can overtake each other.
 */
public final class Hearsay {

  private Hearsay() {}

  /** {@code by}, who calls themselves {@code name}, put the owner on FL. */
  public static Roster listed(Roster roster, Handle by, FriendlyName name, ListVersion version) {
    return revised(
        roster,
        by,
        version,
        held ->
            Optional.of(held.map(contact -> on(contact, RL)).orElse(Contact.onlyOnRl(by, name))));
  }

  /** {@code by} took the owner off FL; somebody on no other list disappears. */
  public static Roster unlisted(Roster roster, Handle by, ListVersion version) {
    return revised(
        roster, by, version, held -> held.filter(Contact::isOwn).map(contact -> off(contact, RL)));
  }

  /** {@code by} set or cleared a property that the owner may see. */
  public static Roster property(
      Roster roster,
      Handle by,
      Map.Entry<PropertyKey, Optional<String>> change,
      ListVersion version) {
    return revised(roster, by, version, held -> held.map(contact -> showing(contact, change)));
  }

  private static Roster revised(
      Roster roster, Handle by, ListVersion version, UnaryOperator<Optional<Contact>> revision) {
    var contacts = new TreeMap<>(roster.contacts());
    revision
        .apply(roster.contact(by))
        .ifPresentOrElse(contact -> contacts.put(by, contact), () -> contacts.remove(by));
    return new Roster(
        roster.owner(),
        roster.name(),
        roster.version().number() > version.number() ? roster.version() : version,
        roster.privacy(),
        roster.prompt(),
        roster.properties(),
        roster.groups(),
        contacts);
  }

  private static Contact on(Contact contact, ContactList list) {
    var lists = EnumSet.copyOf(contact.lists());
    lists.add(list);
    return contact.with(lists, contact.groups());
  }

  private static Contact off(Contact contact, ContactList list) {
    var lists = EnumSet.copyOf(contact.lists());
    lists.remove(list);
    return contact.with(lists, contact.groups());
  }

  private static Contact showing(Contact contact, Map.Entry<PropertyKey, Optional<String>> change) {
    var properties = new EnumMap<PropertyKey, String>(PropertyKey.class);
    properties.putAll(contact.properties());
    change
        .getValue()
        .ifPresentOrElse(
            value -> properties.put(change.getKey(), value),
            () -> properties.remove(change.getKey()));
    return contact.showing(properties);
  }
}
