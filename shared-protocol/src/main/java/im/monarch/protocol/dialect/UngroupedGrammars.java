package im.monarch.protocol.dialect;

import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.command.RosterRequest;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import java.util.Optional;

/** How MSNP2 to MSNP6 read what is about lists: before there were groups. */
final class UngroupedGrammars {

  private UngroupedGrammars() {}

  /** {@code ADD 21 FL erin@example.com Erin} */
  static NsRequest add(Args in) throws ArgumentException {
    var trId = in.trId();
    var list = RosterGrammars.editableList(in);
    var contact = in.next("handle", Handle::new, ErrorCode.INVALID_PARAMETER);
    var name = in.next("name", FriendlyName::new);
    return in.end(new RosterRequest.Add(trId, list, contact, name, Optional.empty()));
  }

  /** {@code REM 31 FL erin@example.com}: off the list, and so out of every group. */
  static NsRequest remove(Args in) throws ArgumentException {
    var trId = in.trId();
    var list = RosterGrammars.editableList(in);
    var contact = in.next("handle", Handle::new, ErrorCode.NOT_ON_LIST);
    return in.end(new RosterRequest.Rem(trId, list, contact, Optional.empty()));
  }

  /** {@code LST 12 RL}; MSNP7 reads it alike. */
  static NsRequest list(Args in) throws ArgumentException {
    var trId = in.trId();
    return in.end(new NsRequest.Lst(trId, in.next("list", ContactList::valueOf)));
  }
}
