package im.monarch.domain.roster;

import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static im.monarch.protocol.vocabulary.ContactList.RL;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything stored about the people of one account. There is one in memory for everybody who is
 * signed in, so it is kept small: collections are packed and what is the same is shared.
 *
 * @param name what others read
 * @param properties the owner's own telephone numbers and switches, only those set; escaped
 * @param groups by number, at least group 0
 * @param contacts everybody on any list by handle, in the order of handles
 */
public record Roster(
    Handle owner,
    FriendlyName name,
    ListVersion version,
    PrivacyMode privacy,
    PromptMode prompt,
    Map<PropertyKey, String> properties,
    List<Group> groups,
    Map<Handle, Contact> contacts) {

  public Roster {
    properties = Properties.copy(properties);
    groups = List.copyOf(groups);
    contacts = ContactTable.copy(contacts);
  }

  /** Somebody on any list. */
  public Optional<Contact> contact(Handle handle) {
    return Optional.ofNullable(contacts.get(handle));
  }

  /** Whether {@code other} may see and ring the owner while the owner is there (notes, 8.2). */
  public boolean admits(Handle other) {
    var contact = contacts.get(other);
    if (contact != null && contact.isOn(BL)) {
      return false;
    }
    return privacy == PrivacyMode.AL || (contact != null && contact.isOn(AL));
  }

  /** Whether the owner asked for the presence of {@code other}. */
  public boolean watches(Handle other) {
    var contact = contacts.get(other);
    return contact != null && contact.isOn(FL);
  }

  /** Those whose presence the owner asked for. */
  public Set<Handle> watched() {
    return on(FL);
  }

  /** Those who asked for the owner's presence and may have it. */
  public Set<Handle> watchers() {
    return on(RL).stream().filter(this::admits).collect(Collectors.toUnmodifiableSet());
  }

  /** Everybody on {@code list}. */
  public Set<Handle> on(ContactList list) {
    return contacts.values().stream()
        .filter(contact -> contact.isOn(list))
        .map(Contact::handle)
        .collect(Collectors.toUnmodifiableSet());
  }
}
