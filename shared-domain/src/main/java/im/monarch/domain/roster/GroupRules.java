package im.monarch.domain.roster;

import static im.monarch.domain.roster.EditRefusal.GROUP_NAME_TAKEN;
import static im.monarch.domain.roster.EditRefusal.GROUP_NAME_TOO_LONG;
import static im.monarch.domain.roster.EditRefusal.NO_SUCH_GROUP;
import static im.monarch.domain.roster.EditRefusal.PERMANENT_GROUP;
import static im.monarch.domain.roster.EditRefusal.TOO_MANY_GROUPS;
import static im.monarch.protocol.vocabulary.ContactList.FL;

import im.monarch.domain.roster.Draft.Lists;
import im.monarch.domain.roster.RosterEdit.AddGroup;
import im.monarch.domain.roster.RosterEdit.RemoveGroup;
import im.monarch.domain.roster.RosterEdit.RenameGroup;
import im.monarch.protocol.vocabulary.GroupId;
import java.util.Optional;

/** ADG, RMG and REG. Each rule changes the draft, or says why not. */
final class GroupRules {

  private final Draft draft;
  private final RosterLimits limits;

  GroupRules(Draft draft, RosterLimits limits) {
    this.draft = draft;
    this.limits = limits;
  }

  Optional<EditRefusal> add(AddGroup edit) {
    if (draft.groupCount() >= limits.groups()) {
      return Optional.of(TOO_MANY_GROUPS);
    }
    if (edit.name().bytes() > limits.groupNameBytes()) {
      return Optional.of(GROUP_NAME_TOO_LONG);
    }
    if (draft.named(edit.name()).isPresent()) {
      return Optional.of(GROUP_NAME_TAKEN);
    }
    draft.addGroup(edit.name());
    return Optional.empty();
  }

  Optional<EditRefusal> remove(RemoveGroup edit) {
    if (edit.id().equals(GroupId.OTHER_CONTACTS)) {
      return Optional.of(PERMANENT_GROUP);
    }
    if (!draft.has(edit.id())) {
      return Optional.of(NO_SUCH_GROUP);
    }
    draft.members(edit.id()).forEach(contact -> leave(contact, edit.id()));
    draft.removeGroup(edit.id());
    return Optional.empty();
  }

  /** Contacts that are in no other group leave FL with it (notes, 9, point 28). */
  private void leave(Contact contact, GroupId group) {
    var rest = ListRules.without(contact.groups(), group);
    var lists = Lists.of(contact);
    draft.place(contact, rest.isEmpty() ? lists.without(FL) : lists.in(rest));
  }

  Optional<EditRefusal> rename(RenameGroup edit) {
    if (!draft.has(edit.id())) {
      return Optional.of(NO_SUCH_GROUP);
    }
    if (edit.name().bytes() > limits.renamedGroupBytes()) {
      return Optional.of(GROUP_NAME_TOO_LONG);
    }
    if (draft.named(edit.name()).filter(id -> !id.equals(edit.id())).isPresent()) {
      return Optional.of(GROUP_NAME_TAKEN);
    }
    draft.rename(edit.id(), edit.name());
    return Optional.empty();
  }
}
