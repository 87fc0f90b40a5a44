package im.monarch.protocol.vocabulary;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The lists a contact can be on; several at once. */
public enum ContactList {
  /** Forward list: those whose presence the owner asked for. */
  FL(1),
  /** Allow list: those who may see and ring the owner even when others may not. */
  AL(2),
  /** Block list: those who may neither see nor ring the owner. */
  BL(4),
  /** Reverse list: those who have the owner on their forward list. Derived, never edited. */
  RL(8);

  private final int bit;

  ContactList(int bit) {
    this.bit = bit;
  }

  /** This list's bit in the mask of an LST line (MSNP8 and later). */
  public int bit() {
    return bit;
  }

  /** The mask an LST line shows for {@code lists}. */
  public static int mask(Collection<ContactList> lists) {
    int mask = 0;
    for (var list : lists) {
      mask |= list.bit;
    }
    return mask;
  }

  /** The lists that {@code mask} names; unknown bits are ignored. */
  public static Set<ContactList> ofMask(int mask) {
    var lists = EnumSet.noneOf(ContactList.class);
    for (var list : values()) {
      if ((mask & list.bit) != 0) {
        lists.add(list);
      }
    }
    return lists;
  }
}
