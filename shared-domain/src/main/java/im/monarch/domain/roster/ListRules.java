package im.monarch.domain.roster;

import static im.monarch.domain.roster.EditRefusal.ALREADY_THERE;
import static im.monarch.domain.roster.EditRefusal.LIST_FULL;
import static im.monarch.domain.roster.EditRefusal.NOT_IN_GROUP;
import static im.monarch.domain.roster.EditRefusal.NOT_ON_LIST;
import static im.monarch.domain.roster.EditRefusal.NO_SUCH_ACCOUNT;
import static im.monarch.domain.roster.EditRefusal.NO_SUCH_GROUP;
import static im.monarch.domain.roster.EditRefusal.ON_OPPOSITE_LIST;
import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;

import im.monarch.domain.roster.Draft.Lists;
import im.monarch.domain.roster.RosterEdit.Add;
import im.monarch.domain.roster.RosterEdit.Join;
import im.monarch.domain.roster.RosterEdit.Judge;
import im.monarch.domain.roster.RosterEdit.Remove;
import im.monarch.domain.roster.RosterEdit.Rename;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.GroupId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** ADD, ADC, REM and REA of contacts. Each rule changes the draft, or says why not. */
final class ListRules {

  private static final SortedSet<GroupId> GROUP_ZERO = GroupSet.of(List.of(GroupId.OTHER_CONTACTS));

  private final Draft draft;
  private final RosterLimits limits;

  ListRules(Draft draft, RosterLimits limits) {
    this.draft = draft;
    this.limits = limits;
  }

  Optional<EditRefusal> add(Add edit, Optional<Principal> subject) {
    if (subject.isEmpty()) {
      return Optional.of(NO_SUCH_ACCOUNT);
    }
    var known = draft.contact(edit.contact());
    return edit.list() == FL
        ? watch(edit, known, subject.get())
        : admit(edit, known, subject.get());
  }

  private Optional<EditRefusal> watch(Add edit, Optional<Contact> known, Principal subject) {
    var group = edit.group().orElse(GroupId.OTHER_CONTACTS);
    if (!draft.has(group)) {
      return Optional.of(NO_SUCH_GROUP);
    }
    var watched = known.filter(contact -> contact.isOn(FL));
    if (watched.isPresent()) {
      return addToGroup(watched.get(), edit.group());
    }
    if (draft.watched() >= limits.contacts()) {
      return Optional.of(LIST_FULL);
    }
    var lists = known.map(Lists::of).orElse(Lists.NONE).in(GroupSet.of(List.of(group)));
    draft.place(edit.contact(), subject, edit.nickname(), lists);
    return Optional.empty();
  }

  private Optional<EditRefusal> addToGroup(Contact contact, Optional<GroupId> group) {
    if (group.isEmpty() || contact.groups().contains(group.get())) {
      return Optional.of(ALREADY_THERE);
    }
    var groups = new TreeSet<>(contact.groups());
    groups.add(group.get());
    draft.place(contact, Lists.of(contact).in(groups));
    return Optional.empty();
  }

  Optional<EditRefusal> judge(Judge edit, Optional<Principal> subject) {
    return subject.isEmpty()
        ? Optional.of(NO_SUCH_ACCOUNT)
        : admit(
            new Add(edit.list(), edit.contact(), subject.get().name(), Optional.empty()),
            draft.contact(edit.contact()),
            subject.get());
  }

  Optional<EditRefusal> join(Join edit) {
    var watched = draft.contact(edit.contact()).filter(contact -> contact.isOn(FL));
    if (watched.isEmpty()) {
      return Optional.of(NOT_ON_LIST);
    }
    if (!draft.has(edit.group())) {
      return Optional.of(NO_SUCH_GROUP);
    }
    var contact = watched.get();
    if (contact.groups().contains(edit.group())) {
      return Optional.of(ALREADY_THERE);
    }
    var groups = new TreeSet<>(without(contact.groups(), GroupId.OTHER_CONTACTS));
    groups.add(edit.group());
    draft.place(contact, Lists.of(contact).in(groups));
    return Optional.empty();
  }

  private Optional<EditRefusal> admit(Add edit, Optional<Contact> known, Principal subject) {
    var lists = known.map(Lists::of).orElse(Lists.NONE);
    if (lists.own().contains(edit.list())) {
      return Optional.of(ALREADY_THERE);
    }
    if (lists.own().contains(opposite(edit.list()))) {
      return Optional.of(ON_OPPOSITE_LIST);
    }
    known
        .filter(Contact::isOwn)
        .ifPresentOrElse(
            contact -> draft.place(contact, lists.with(edit.list())),
            () -> draft.place(edit.contact(), subject, edit.nickname(), lists.with(edit.list())));
    return Optional.empty();
  }

  Optional<EditRefusal> remove(Remove edit) {
    var listed = draft.contact(edit.contact()).filter(contact -> contact.isOn(edit.list()));
    if (listed.isEmpty()) {
      return Optional.of(NOT_ON_LIST);
    }
    var contact = listed.get();
    if (edit.list() == FL && edit.group().isPresent()) {
      return removeFromGroup(contact, edit.group().get());
    }
    draft.place(contact, Lists.of(contact).without(edit.list()));
    return Optional.empty();
  }

  private Optional<EditRefusal> removeFromGroup(Contact contact, GroupId group) {
    if (!draft.has(group)) {
      return Optional.of(NO_SUCH_GROUP);
    }
    if (!contact.groups().contains(group)) {
      return Optional.of(NOT_IN_GROUP);
    }
    var rest = without(contact.groups(), group);
    draft.place(contact, Lists.of(contact).in(rest.isEmpty() ? GROUP_ZERO : rest));
    return Optional.empty();
  }

  Optional<EditRefusal> rename(Rename edit) {
    var own = draft.contact(edit.contact()).filter(Contact::isOwn);
    own.ifPresent(contact -> draft.rename(contact, edit.nickname()));
    return own.isPresent() ? Optional.empty() : Optional.of(NOT_ON_LIST);
  }

  static SortedSet<GroupId> without(Collection<GroupId> groups, GroupId left) {
    var rest = new TreeSet<>(groups);
    rest.remove(left);
    return rest;
  }

  private static ContactList opposite(ContactList list) {
    return list == AL ? BL : AL;
  }
}
