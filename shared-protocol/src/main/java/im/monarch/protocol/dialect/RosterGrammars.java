package im.monarch.protocol.dialect;

import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.command.RosterRequest;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import im.monarch.protocol.vocabulary.TrId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How MSNP7 to MSNP9 read what changes lists, groups and properties (protocol notes, 3.3). */
final class RosterGrammars {

  /** A longer name hangs up; what is merely too long for a group is refused by number. */
  private static final int LONGEST_GROUP_NAME = 127;

  private static final int LONGEST_KEY = 3;
  private static final int LONGEST_VALUE = 95;

  private RosterGrammars() {}

  static NsRequest add(Args in) throws ArgumentException {
    var trId = in.trId();
    var list = editableList(in);
    var contact = in.next("handle", Handle::new, ErrorCode.INVALID_PARAMETER);
    var name = in.next("name", FriendlyName::new);
    return in.end(new RosterRequest.Add(trId, list, contact, name, group(in, list)));
  }

  /** What is no handle is on no list. */
  static NsRequest remove(Args in) throws ArgumentException {
    var trId = in.trId();
    var list = editableList(in);
    var contact = in.next("handle", Handle::new, ErrorCode.NOT_ON_LIST);
    return in.end(new RosterRequest.Rem(trId, list, contact, group(in, list)));
  }

  /** RL is derived: a client that wants to edit it is hung up on. */
  static ContactList editableList(Args in) throws ArgumentException {
    var list = in.next("list", ContactList::valueOf);
    if (list == ContactList.RL) {
      throw ArgumentException.foreign("RL cannot be edited");
    }
    return list;
  }

  private static Optional<GroupId> group(Args in, ContactList list) throws ArgumentException {
    return list == ContactList.FL ? in.optional("group", GroupId::parse) : Optional.empty();
  }

  /** The trailing 0 means nothing; not every client sends it. */
  static NsRequest addGroup(Args in) throws ArgumentException {
    var trId = in.trId();
    var name = groupName(in);
    in.optional("0", word -> word);
    return in.end(new RosterRequest.Adg(trId, name));
  }

  static NsRequest removeGroup(Args in) throws ArgumentException {
    var trId = in.trId();
    return in.end(new RosterRequest.Rmg(trId, possibleGroup(in)));
  }

  static NsRequest renameGroup(Args in) throws ArgumentException {
    var trId = in.trId();
    var id = possibleGroup(in);
    var name = groupName(in);
    in.optional("0", word -> word);
    return in.end(new RosterRequest.Reg(trId, id, name));
  }

  /** {@code LSG 12} */
  static NsRequest listGroups(Args in) throws ArgumentException {
    return in.end(new NsRequest.Lsg(in.trId()));
  }

  private static GroupId possibleGroup(Args in) throws ArgumentException {
    var id = in.next("group", GroupId::parse);
    if (!id.isPossible()) {
      throw ArgumentException.foreign("no account can have group " + id);
    }
    return id;
  }

  static GroupName groupName(Args in) throws ArgumentException {
    var name = in.next("name", GroupName::new);
    if (name.bytes() > LONGEST_GROUP_NAME) {
      throw ArgumentException.foreign("group name of " + name.bytes() + " bytes");
    }
    return name;
  }

  static NsRequest rename(Args in) throws ArgumentException {
    var trId = in.trId();
    var handle = in.next("handle", Handle::new, ErrorCode.NOT_ON_LIST);
    return in.end(new RosterRequest.Rea(trId, handle, in.next("name", FriendlyName::new)));
  }

  static NsRequest setProperty(Args in) throws ArgumentException {
    return setProperty(in, in.trId());
  }

  /** The same where the transaction id has been read. */
  static NsRequest setProperty(Args in, TrId trId) throws ArgumentException {
    var key = in.word("key");
    if (key.length() > LONGEST_KEY) {
      throw ArgumentException.foreign("PRP key of " + key.length() + " characters");
    }
    var property = writable(key);
    var value = in.optional("value", RosterGrammars::value);
    return in.end(new RosterRequest.Prp(trId, property, value));
  }

  private static PropertyKey writable(String key) throws ArgumentException {
    return switch (key) {
      case "PHH" -> PropertyKey.PHH;
      case "PHW" -> PropertyKey.PHW;
      case "PHM" -> PropertyKey.PHM;
      case "MOB" -> PropertyKey.MOB;
      default -> throw ArgumentException.refused(ErrorCode.NOT_EXPECTED, "no property for clients");
    };
  }

  private static String value(String word) {
    int bytes = word.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_VALUE) {
      throw new IllegalArgumentException(
          bytes + " bytes (expected: at most " + LONGEST_VALUE + ')');
    }
    return word;
  }

  static NsRequest setPrompt(Args in) throws ArgumentException {
    var trId = in.trId();
    return in.end(new RosterRequest.Gtc(trId, in.next("mode", PromptMode::valueOf)));
  }

  static NsRequest setPrivacy(Args in) throws ArgumentException {
    var trId = in.trId();
    return in.end(new RosterRequest.Blp(trId, in.next("mode", PrivacyMode::valueOf)));
  }
}
