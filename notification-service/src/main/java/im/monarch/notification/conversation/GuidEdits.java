package im.monarch.notification.conversation;

import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.notification.conversation.GuidEdits.Meaning.Refused;
import im.monarch.notification.conversation.GuidEdits.Meaning.Said;
import im.monarch.notification.conversation.GuidEdits.Meaning.Stored;
import im.monarch.protocol.command.GuidMessage;
import im.monarch.protocol.command.GuidRequest;
import im.monarch.protocol.command.GuidRequest.Acknowledge;
import im.monarch.protocol.command.GuidRequest.AddToGroup;
import im.monarch.protocol.command.GuidRequest.Annotate;
import im.monarch.protocol.command.GuidRequest.Forget;
import im.monarch.protocol.command.GuidRequest.Judge;
import im.monarch.protocol.command.GuidRequest.RemoveContact;
import im.monarch.protocol.command.GuidRequest.RemoveGroup;
import im.monarch.protocol.command.GuidRequest.RenameContact;
import im.monarch.protocol.command.GuidRequest.RenameGroup;
import im.monarch.protocol.command.GuidRequest.RenameSelf;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Escapes;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.Handle;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** What commands that go by GUID mean to an address book (protocol notes, 3.3). */
final class GuidEdits {

  /** What a command comes to. */
  sealed interface Meaning {

    /** A change, and the answer once it is stored. */
    record Stored(RosterEdit edit, NsMessage reply) implements Meaning {}

    /** Nothing to store. */
    record Said(NsMessage reply) implements Meaning {}

    record Refused(ErrorCode code) implements Meaning {}
  }

  private final Roster roster;

  private GuidEdits(Roster roster) {
    this.roster = roster;
  }

  static Meaning of(GuidRequest request, Roster roster) {
    var edits = new GuidEdits(roster);
    return switch (request) {
      case Judge r ->
          new Stored(
              new RosterEdit.Judge(r.list(), r.contact()),
              new GuidMessage.Judged(r.trId(), r.list(), r.contact()));
      case AddToGroup r -> edits.addToGroup(r);
      case RemoveContact r -> edits.remove(r);
      case RemoveGroup r -> edits.remove(r);
      case RenameGroup r -> edits.rename(r);
      case RenameContact r -> edits.rename(r);
      case RenameSelf r ->
          new Stored(
              new RosterEdit.RenameSelf(r.name()), new GuidMessage.SelfRenamed(r.trId(), r.name()));
      case Annotate r -> edits.annotate(r);
      case Acknowledge r ->
          edits.answered(
              r.contact(),
              new GuidMessage.Acknowledged(r.trId(), r.contact()),
              ErrorCode.INVALID_PARAMETER);
      case Forget r ->
          edits.answered(
              r.contact(), new GuidMessage.Forgotten(r.trId(), r.contact()), ErrorCode.NOT_ON_LIST);
    };
  }

  private Meaning addToGroup(AddToGroup request) {
    return with(
        followed(request.contact()),
        ErrorCode.INVALID_USERNAME,
        contact ->
            with(
                group(request.group()),
                ErrorCode.INVALID_GROUP,
                group ->
                    new Stored(
                        new RosterEdit.Join(contact.handle(), group.id()),
                        new GuidMessage.AddedToGroup(
                            request.trId(), request.contact(), request.group()))));
  }

  private Meaning remove(RemoveContact request) {
    return with(
        followed(request.contact()),
        ErrorCode.NOT_ON_LIST,
        contact -> {
          var reply =
              new GuidMessage.ContactRemoved(request.trId(), request.contact(), request.group());
          return request
              .group()
              .map(guid -> removeFromGroup(contact, guid, reply))
              .orElseGet(() -> new Stored(removal(contact, Optional.empty()), reply));
        });
  }

  private Meaning removeFromGroup(Contact contact, UUID guid, NsMessage reply) {
    return with(
        group(guid),
        ErrorCode.INVALID_GROUP,
        group -> new Stored(removal(contact, Optional.of(group.id())), reply));
  }

  private static RosterEdit removal(Contact contact, Optional<GroupId> group) {
    return new RosterEdit.Remove(ContactList.FL, contact.handle(), group);
  }

  private Meaning remove(RemoveGroup request) {
    return with(
        named(request.group()),
        ErrorCode.INVALID_GROUP,
        group ->
            new Stored(
                new RosterEdit.RemoveGroup(group.id()),
                new GuidMessage.GroupRemoved(request.trId(), group.guid())));
  }

  private Meaning rename(RenameGroup request) {
    return with(
        group(request.group()),
        ErrorCode.INVALID_GROUP,
        group ->
            new Stored(
                new RosterEdit.RenameGroup(group.id(), request.name()),
                new GuidMessage.GroupRenamed(request.trId(), request.group(), request.name())));
  }

  private Meaning rename(RenameContact request) {
    return with(
        followed(request.contact()),
        ErrorCode.NOT_ON_LIST,
        contact ->
            new Stored(
                new RosterEdit.Rename(contact.handle(), request.name()),
                new GuidMessage.ContactRenamed(request.trId(), request.contact(), request.name())));
  }

  /** Telephone numbers that a client learned from their owner are the owner's to keep. */
  private Meaning annotate(Annotate request) {
    return with(
        followed(request.contact()),
        ErrorCode.NOT_ON_LIST,
        contact ->
            new Said(
                new GuidMessage.Annotated(
                    request.trId(), request.contact(), request.key(), request.values())));
  }

  /**
   * Whether somebody on RL has had an answer can be told from AL and BL, where the client puts them
   * when it gives one: that it has done so is nothing to store.
   */
  private Meaning answered(Handle other, NsMessage reply, ErrorCode otherwise) {
    return with(
        roster.contact(other).filter(contact -> contact.isOn(ContactList.RL)),
        otherwise,
        contact -> new Said(reply));
  }

  private static <T> Meaning with(
      Optional<T> found, ErrorCode otherwise, Function<T, Meaning> meaning) {
    return found.map(meaning).orElseGet(() -> new Refused(otherwise));
  }

  private Optional<Contact> followed(UUID guid) {
    return roster.contacts().values().stream()
        .filter(contact -> contact.isOn(ContactList.FL) && contact.guid().equals(guid))
        .findFirst();
  }

  private Optional<Group> group(UUID guid) {
    return group(group -> group.guid().equals(guid));
  }

  /** Some clients send the name of a group that they have just made, escaped twice. */
  private Optional<Group> named(String word) {
    var name = Escapes.unescape(Escapes.unescape(word));
    return group(group -> group.guid().toString().equalsIgnoreCase(word))
        .or(() -> group(group -> group.name().plain().equals(name)));
  }

  /** Group 0 is none to these clients. */
  private Optional<Group> group(Predicate<Group> condition) {
    return roster.groups().stream()
        .filter(group -> !group.id().equals(GroupId.OTHER_CONTACTS))
        .filter(condition)
        .findFirst();
  }
}
