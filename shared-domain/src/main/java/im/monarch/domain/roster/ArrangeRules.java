package im.monarch.domain.roster;

import static im.monarch.domain.roster.EditRefusal.GROUP_NAME_TOO_LONG;
import static im.monarch.domain.roster.EditRefusal.LIST_FULL;
import static im.monarch.domain.roster.EditRefusal.NO_SUCH_ACCOUNT;
import static im.monarch.domain.roster.EditRefusal.ON_OPPOSITE_LIST;
import static im.monarch.domain.roster.EditRefusal.TOO_MANY_GROUPS;
import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;

import im.monarch.domain.roster.Draft.Lists;
import im.monarch.domain.roster.RosterEdit.Arrange;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an administrator may say about a contact. */
final class ArrangeRules {

  private final Draft draft;
  private final RosterLimits limits;

  ArrangeRules(Draft draft, RosterLimits limits) {
    this.draft = draft;
    this.limits = limits;
  }

  Optional<EditRefusal> arrange(Arrange edit, Optional<Principal> subject) {
    if (subject.isEmpty()) {
      return Optional.of(NO_SUCH_ACCOUNT);
    }
    var refusal = refusal(edit);
    if (refusal.isEmpty()) {
      carryOut(edit, subject.get());
    }
    return refusal;
  }

  private Optional<EditRefusal> refusal(Arrange edit) {
    if (edit.lists().containsAll(Set.of(AL, BL))) {
      return Optional.of(ON_OPPOSITE_LIST);
    }
    if (!edit.lists().contains(FL)) {
      return Optional.empty();
    }
    var known = draft.contact(edit.contact()).filter(contact -> contact.isOn(FL));
    if (known.isEmpty() && draft.watched() >= limits.contacts()) {
      return Optional.of(LIST_FULL);
    }
    return refusal(missing(edit.groups()));
  }

  private Optional<EditRefusal> refusal(List<GroupName> missing) {
    if (draft.groupCount() + missing.size() > limits.groups()) {
      return Optional.of(TOO_MANY_GROUPS);
    }
    return missing.stream().anyMatch(name -> name.bytes() > limits.groupNameBytes())
        ? Optional.of(GROUP_NAME_TOO_LONG)
        : Optional.empty();
  }

  /** Those that would have to be made; two that read the same are one. */
  private List<GroupName> missing(Collection<GroupName> wanted) {
    var plain = new TreeSet<String>();
    return wanted.stream()
        .filter(name -> draft.named(name).isEmpty() && plain.add(name.plain()))
        .toList();
  }

  private void carryOut(Arrange edit, Principal subject) {
    if (edit.lists().isEmpty()) {
      draft.contact(edit.contact()).ifPresent(contact -> draft.place(contact, Lists.NONE));
      return;
    }
    var lists = new Lists(edit.lists(), GroupSet.ofMask(0));
    draft.place(
        edit.contact(),
        subject,
        edit.nickname().orElse(subject.name()),
        edit.lists().contains(FL) ? lists.in(groups(edit.groups())) : lists);
  }

  private SortedSet<GroupId> groups(List<GroupName> wanted) {
    var groups = new TreeSet<GroupId>();
    for (var name : wanted) {
      groups.add(draft.named(name).orElseGet(() -> draft.addGroup(name)));
    }
    if (groups.isEmpty()) {
      groups.add(GroupId.OTHER_CONTACTS);
    }
    return groups;
  }
}
