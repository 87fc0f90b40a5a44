package im.monarch.protocol.dialect;

import im.monarch.protocol.command.GuidRequest;
import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.command.RosterRequest;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PropertyKey;
import im.monarch.protocol.vocabulary.TrId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How MSNP10 to MSNP12 read what changes lists and groups (protocol notes, 3.3). */
final class GuidGrammars {

  private static final Pattern GUID =
      Pattern.compile("\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}");

  /** People who have the user on their list and wait for an answer. */
  private static final String PENDING = "PL";

  /** The property that is a name. */
  private static final String NAME = "MFN";

  private GuidGrammars() {}

  /** {@code SYN 8 0 0}; timestamps that are not ours are as good as none. */
  static NsRequest synchronise(Args in) throws ArgumentException {
    var trId = in.trId();
    return in.end(new NsRequest.Syn(trId, ListStamp.known(in.word("lists"), in.word("settings"))));
  }

  static NsRequest add(Args in) throws ArgumentException {
    var trId = in.trId();
    return switch (in.next("list", ContactList::valueOf)) {
      case FL -> addToForwardList(in, trId);
      case RL -> in.end(new GuidRequest.Acknowledge(trId, contact(in)));
      case AL -> in.end(new GuidRequest.Judge(trId, ContactList.AL, contact(in)));
      case BL -> in.end(new GuidRequest.Judge(trId, ContactList.BL, contact(in)));
    };
  }

  /** {@code N=erin@example.com F=Erin}, or {@code C=1b2c3d4e-... f60efbe7-...} */
  private static NsRequest addToForwardList(Args in, TrId trId) throws ArgumentException {
    if (in.isNext("C=")) {
      var known = in.next("contact", tagged("C=", GuidGrammars::guid));
      var group = in.next("group", GuidGrammars::guid);
      return in.end(new GuidRequest.AddToGroup(trId, known, group));
    }
    var contact = contact(in);
    var name = in.next("name", tagged("F=", FriendlyName::new));
    return in.end(new RosterRequest.Add(trId, ContactList.FL, contact, name, Optional.empty()));
  }

  /** A word that is not about a handle hangs up; one with a handle that is none is refused. */
  private static Handle contact(Args in) throws ArgumentException {
    if (!in.isNext("N=")) {
      throw ArgumentException.foreign("ADC without N=");
    }
    return in.next("contact", tagged("N=", Handle::new), ErrorCode.INVALID_PARAMETER);
  }

  private static <T> Function<String, T> tagged(String tag, Function<String, T> reader) {
    return word -> {
      if (!word.startsWith(tag)) {
        throw new IllegalArgumentException("expected " + tag);
      }
      return reader.apply(word.substring(tag.length()));
    };
  }

  private static UUID guid(String word) {
    if (!GUID.matcher(word).matches()) {
      throw new IllegalArgumentException("not a GUID");
    }
    return UUID.fromString(word);
  }

  static NsRequest remove(Args in) throws ArgumentException {
    var trId = in.trId();
    var list = in.word("list");
    return switch (list) {
      case "FL" -> removeFromForwardList(in, trId);
      case "AL", "BL" ->
          in.end(
              new RosterRequest.Rem(trId, ContactList.valueOf(list), listed(in), Optional.empty()));
      case PENDING -> in.end(new GuidRequest.Forget(trId, listed(in)));
      default -> throw ArgumentException.foreign("REM from another list");
    };
  }

  /** What is no handle is on no list. */
  private static Handle listed(Args in) throws ArgumentException {
    return in.next("handle", Handle::new, ErrorCode.NOT_ON_LIST);
  }

  /** By handle, as older clients say it, the address book cannot find anybody. */
  private static NsRequest removeFromForwardList(Args in, TrId trId) throws ArgumentException {
    var contact = in.next("contact", GuidGrammars::guid, ErrorCode.ADDRESS_BOOK_UNAVAILABLE);
    var group = in.optional("group", GuidGrammars::guid);
    return in.end(new GuidRequest.RemoveContact(trId, contact, group));
  }

  static NsRequest removeGroup(Args in) throws ArgumentException {
    var trId = in.trId();
    return in.end(new GuidRequest.RemoveGroup(trId, in.word("group")));
  }

  static NsRequest renameGroup(Args in) throws ArgumentException {
    var trId = in.trId();
    var group = in.next("group", GuidGrammars::guid);
    return in.end(new GuidRequest.RenameGroup(trId, group, RosterGrammars.groupName(in)));
  }

  static NsRequest setProperty(Args in) throws ArgumentException {
    var trId = in.trId();
    if (!in.isNext(NAME)) {
      return RosterGrammars.setProperty(in, trId);
    }
    in.literal(NAME);
    return in.end(new GuidRequest.RenameSelf(trId, in.next("name", FriendlyName::new)));
  }

  static NsRequest setContactProperty(Args in) throws ArgumentException {
    var trId = in.trId();
    var contact = in.next("contact", GuidGrammars::guid);
    if (in.isNext(NAME)) {
      in.literal(NAME);
      var name = in.next("name", FriendlyName::new);
      return in.end(new GuidRequest.RenameContact(trId, contact, name));
    }
    var key = in.next("key", PropertyKey::valueOf, ErrorCode.NOT_EXPECTED);
    return new GuidRequest.Annotate(trId, contact, key, in.rest());
  }
}
