package im.monarch.notification.conversation;

import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.EditRefusal;
import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.RosterMessage;
import im.monarch.protocol.command.RosterRequest;
import im.monarch.protocol.command.RosterRequest.Add;
import im.monarch.protocol.command.RosterRequest.Adg;
import im.monarch.protocol.command.RosterRequest.Blp;
import im.monarch.protocol.command.RosterRequest.Gtc;
import im.monarch.protocol.command.RosterRequest.Prp;
import im.monarch.protocol.command.RosterRequest.Rea;
import im.monarch.protocol.command.RosterRequest.Reg;
import im.monarch.protocol.command.RosterRequest.Rem;
import im.monarch.protocol.command.RosterRequest.Rmg;
import im.monarch.protocol.dialect.Traits.Listing;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the commands about lists mean to an address book, and how its answers are said. */
final class RosterEdits {

  private static final String NO = "N";

  private RosterEdits() {}

  static RosterEdit of(RosterRequest request, Roster roster) {
    return switch (request) {
      case Add r -> new RosterEdit.Add(r.list(), r.contact(), r.name(), r.group());
      case Rem r -> new RosterEdit.Remove(r.list(), r.contact(), r.group());
      case Adg r -> new RosterEdit.AddGroup(r.name());
      case Rmg r -> new RosterEdit.RemoveGroup(r.id());
      case Reg r -> new RosterEdit.RenameGroup(r.id(), r.name());
      case Rea r ->
          r.handle().equals(roster.owner())
              ? new RosterEdit.RenameSelf(r.name())
              : new RosterEdit.Rename(r.handle(), r.name());
      case Prp r -> new RosterEdit.SetProperty(r.key(), permitted(r, roster));
      case Gtc r -> new RosterEdit.SetPrompt(r.mode());
      case Blp r -> new RosterEdit.SetPrivacy(r.mode());
    };
  }

  /** Nobody sends to a mobile that is not set up: the switch stays off (protocol notes, 3.3.6). */
  private static Optional<String> permitted(Prp prp, Roster roster) {
    boolean mobile = "Y".equals(roster.properties().get(PropertyKey.MBE));
    return prp.key() == PropertyKey.MOB && !mobile ? prp.value().map(wish -> NO) : prp.value();
  }

  /** The answer to a request that was carried out; {@code after} has the new version. */
  static RosterMessage reply(RosterRequest request, Roster after) {
    var version = after.version();
    return switch (request) {
      case Add r ->
          new RosterMessage.Add(
              r.trId(), r.list(), version, r.contact(), r.name(), r.group(), guid(r, after));
      case Rem r -> new RosterMessage.Rem(r.trId(), r.list(), version, r.contact(), r.group());
      case Adg r -> {
        var group = newest(r, after);
        yield new RosterMessage.Adg(r.trId(), version, r.name(), group.id(), group.guid());
      }
      case Rmg r -> new RosterMessage.Rmg(r.trId(), version, r.id());
      case Reg r -> new RosterMessage.Reg(r.trId(), version, r.id(), r.name());
      case Rea r -> new RosterMessage.Rea(r.trId(), version, r.handle(), r.name());
      case Prp r ->
          new RosterMessage.Prp(
              r.trId(), version, r.key(), Optional.ofNullable(after.properties().get(r.key())));
      case Gtc r -> new RosterMessage.Gtc(r.trId(), version, r.mode());
      case Blp r -> new RosterMessage.Blp(r.trId(), version, r.mode());
    };
  }

  private static Optional<UUID> guid(Add add, Roster after) {
    return add.list() == ContactList.FL
        ? after.contact(add.contact()).map(Contact::guid)
        : Optional.empty();
  }

  private static Group newest(Adg adg, Roster after) {
    return after.groups().stream()
        .filter(group -> group.name().equals(adg.name()))
        .findFirst()
        .orElseThrow();
  }

  /** What a client is told about a new contact: all four, those not set without a value. */
  static List<NsMessage> properties(Roster roster, Handle contact) {
    var known =
        roster.contact(contact).map(one -> one.properties()).orElse(Map.<PropertyKey, String>of());
    return PropertyKey.OF_CONTACTS.stream()
        .<NsMessage>map(
            key ->
                new RosterMessage.Bpr(
                    roster.version(),
                    contact,
                    key,
                    Optional.ofNullable(known.get(key)).or(key::unset)))
        .toList();
  }

  static ErrorCode code(EditRefusal reason, Listing listing) {
    return switch (reason) {
      case NO_SUCH_ACCOUNT ->
          switch (listing) {
            case LONG, BITMASK -> ErrorCode.INVALID_USER;
            case TAGGED -> ErrorCode.INVALID_USERNAME;
          };
      case LIST_FULL -> ErrorCode.LIST_FULL;
      case ALREADY_THERE -> ErrorCode.ALREADY_THERE;
      case NOT_ON_LIST -> ErrorCode.NOT_ON_LIST;
      case ON_OPPOSITE_LIST -> ErrorCode.ON_OPPOSITE_LIST;
      case TOO_MANY_GROUPS -> ErrorCode.TOO_MANY_GROUPS;
      case NO_SUCH_GROUP -> ErrorCode.INVALID_GROUP;
      case NOT_IN_GROUP -> ErrorCode.NOT_IN_GROUP;
      case GROUP_NAME_TAKEN -> ErrorCode.GROUP_NAME_EXISTS;
      case GROUP_NAME_TOO_LONG -> ErrorCode.GROUP_NAME_TOO_LONG;
      case PERMANENT_GROUP -> ErrorCode.CANNOT_REMOVE_GROUP_ZERO;
      case ALREADY_IN_MODE -> ErrorCode.ALREADY_IN_MODE;
    };
  }
}
