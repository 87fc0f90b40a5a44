package im.monarch.domain.roster;

import im.monarch.protocol.vocabulary.Handle;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * The contacts of one account by handle, as one sorted array: a tree would cost ten times the
 * memory for each contact of everybody who is signed in. Iterates in the order of handles.
 */
final class ContactTable extends AbstractMap<Handle, Contact> {

  private static final ContactTable EMPTY = new ContactTable(new Contact[0]);

  private final Contact[] sorted;

  private ContactTable(Contact[] sorted) {
    this.sorted = sorted;
  }

  static Map<Handle, Contact> copy(Map<Handle, Contact> contacts) {
    return contacts instanceof ContactTable ? contacts : of(contacts.values());
  }

  private static Map<Handle, Contact> of(Collection<Contact> contacts) {
    if (contacts.isEmpty()) {
      return EMPTY;
    }
    var sorted = contacts.toArray(Contact[]::new);
    Arrays.sort(sorted, Comparator.comparing(Contact::handle));
    return new ContactTable(sorted);
  }

  @Override
  public Contact get(Object candidate) {
    int place = candidate instanceof Handle handle ? place(handle) : -1;
    return place < 0 ? null : sorted[place];
  }

  @Override
  public boolean containsKey(Object candidate) {
    return candidate instanceof Handle handle && place(handle) >= 0;
  }

  @Override
  public int size() {
    return sorted.length;
  }

  @Override
  public Set<Entry<Handle, Contact>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<Handle, Contact>> iterator() {
        return Arrays.stream(sorted)
            .map(contact -> Map.entry(contact.handle(), contact))
            .iterator();
      }

      @Override
      public int size() {
        return sorted.length;
      }
    };
  }

  private int place(Handle handle) {
    int low = 0;
    int high = sorted.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = sorted[middle].handle().compareTo(handle);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
