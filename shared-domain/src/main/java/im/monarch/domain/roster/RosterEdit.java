package im.monarch.domain.roster;

import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.RL;

import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One thing somebody does to an address book, whether by command, web page or admin API. */
public sealed interface RosterEdit {

  /**
   * Puts somebody on a list.
   *
   * @param list FL, AL or BL
   * @param nickname kept when the contact is new to FL, or on no list so far; adding to AL or BL or
   *     to one more group does not rename anybody
   * @param group for FL only: the group to be in, and a contact who is on FL may be added to one
   *     group more; group 0 when absent
   */
  record Add(ContactList list, Handle contact, FriendlyName nickname, Optional<GroupId> group)
      implements RosterEdit {
    public Add {
      notReverse(list);
    }
  }

  /**
   * Puts somebody on AL or BL without a word on what to call them: whoever is new is called what
   * they call themselves.
   */
  record Judge(ContactList list, Handle contact) implements RosterEdit {
    public Judge {
      if (list != AL && list != BL) {
        throw new IllegalArgumentException("list: " + list + " (expected: AL or BL)");
      }
    }
  }

  /**
   * Takes somebody off a list.
   *
   * @param group for FL only: out of this group and no further; a contact that leaves its only
   *     group is in group 0 from then on
   */
  record Remove(ContactList list, Handle contact, Optional<GroupId> group) implements RosterEdit {
    public Remove {
      notReverse(list);
    }
  }

  /**
   * Puts somebody who is on FL into a group that is not group 0, which they leave: to clients that
   * cannot name it, it is where those are who are in no group.
   */
  record Join(Handle contact, GroupId group) implements RosterEdit {}

  /** Makes a group; it gets the lowest free number of 1 to 29. */
  record AddGroup(GroupName name) implements RosterEdit {}

  /** Drops a group; contacts that are in no other group leave FL with it. */
  record RemoveGroup(GroupId id) implements RosterEdit {}

  /** Renames a group; group 0 too. */
  record RenameGroup(GroupId id, GroupName name) implements RosterEdit {}

  /** Changes what the owner calls somebody who is on FL, AL or BL. */
  record Rename(Handle contact, FriendlyName nickname) implements RosterEdit {}

  /** Changes the owner's own friendly name. */
  record RenameSelf(FriendlyName name) implements RosterEdit {}

  /**
   * Sets or clears one of the owner's properties.
   *
   * @param value escaped; an empty one clears
   */
  record SetProperty(PropertyKey key, Optional<String> value) implements RosterEdit {}

  /** GTC. */
  record SetPrompt(PromptMode mode) implements RosterEdit {}

  /** BLP. */
  record SetPrivacy(PrivacyMode mode) implements RosterEdit {}

  /**
   * What an administrator says about one contact; replaces what was there.
   *
   * @param lists FL, AL and BL in any combination the rules allow; empty removes the contact
   * @param groups where FL has the contact, by name; made when missing; group 0 when empty; ignored
   *     without FL
   * @param nickname the contact's own friendly name when absent
   */
  record Arrange(
      Handle contact,
      Set<ContactList> lists,
      List<GroupName> groups,
      Optional<FriendlyName> nickname)
      implements RosterEdit {
    public Arrange {
      lists = Set.copyOf(lists);
      groups = List.copyOf(groups);
      lists.forEach(RosterEdit::notReverse);
    }
  }

  /** The account that the edit names besides the owner's, if it means more to it than a name. */
  default Optional<Handle> subject() {
    return switch (this) {
      case Add add -> Optional.of(add.contact());
      case Judge judge -> Optional.of(judge.contact());
      case Remove remove -> Optional.of(remove.contact());
      case Arrange arrange -> Optional.of(arrange.contact());
      default -> Optional.empty();
    };
  }

  private static void notReverse(ContactList list) {
    if (list == RL) {
      throw new IllegalArgumentException("list: RL (expected: FL, AL or BL; RL follows from FL)");
    }
  }
}
