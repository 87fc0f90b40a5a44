package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsRequest;
import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.payload.PersonalData;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.ClientDescription;
import im.monarch.protocol.vocabulary.ClientVersion;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.Lcid;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.MsnObject;
import im.monarch.protocol.vocabulary.PresenceStatus;
import java.util.Optional;

/** How the words of each verb are read, where more than one dialect reads them so. */
final class Grammars {

  /** {@code lcid os osver arch library version}, then codebase (MSNP4) and handle (MSNP8). */
  private static final int FEWEST_CLIENT_WORDS = 6;

  private static final int MOST_CLIENT_WORDS = 8;

  private Grammars() {}

  /**
   * What stands behind the transaction id of CVR and CVQ. The number of words is judged first
   * (731), then the locale (710), as the sources' examples have it; what is left is for the
   * catalogue.
   */
  static ClientDescription clientDescription(Args in) throws ArgumentException {
    if (in.left() < FEWEST_CLIENT_WORDS || in.left() > MOST_CLIENT_WORDS) {
      throw ArgumentException.dismissed(
          ErrorCode.MALFORMED_CLIENT_VERSION, in.left() + " words (expected: 6..8)");
    }
    var locale = in.next("locale", Lcid::parse, ErrorCode.INVALID_LOCALE);
    var system = in.word("system");
    in.word("system version");
    in.word("architecture");
    var library = in.word("library");
    var version = in.next("version", ClientVersion::new, ErrorCode.CLIENT_NOT_ACCEPTED);
    in.rest();
    return new ClientDescription(locale, system, library, version);
  }

  /** {@code USR 3 TWN I alice@example.com}; a step out of order or a bad handle is a failed one. */
  static DsRequest tweenerInitial(Args in) throws ArgumentException {
    var trId = in.trId();
    in.literal("TWN");
    if (!in.word("step").equals("I")) {
      throw ArgumentException.dismissed(ErrorCode.AUTHENTICATION_FAILED, "USR out of order");
    }
    return in.end(new DsRequest.UsrInitial(trId, signInHandle(in)));
  }

  static Handle signInHandle(Args in) throws ArgumentException {
    try {
      return new Handle(in.word("handle"));
    } catch (IllegalArgumentException e) {
      throw ArgumentException.dismissed(ErrorCode.AUTHENTICATION_FAILED, e.getMessage());
    }
  }

  /** Both steps of {@code USR TWN}, for the server that checks the ticket. */
  static NsRequest tweener(Args in) throws ArgumentException {
    var trId = in.trId();
    in.literal("TWN");
    return switch (in.word("step")) {
      case "I" -> in.end(new DsRequest.UsrInitial(trId, signInHandle(in)));
      case "S" -> in.end(new NsRequest.UsrTicket(trId, in.word("ticket")));
      default -> throw ArgumentException.foreign("USR with an unknown step");
    };
  }

  static NsRequest synchronise(Args in) throws ArgumentException {
    var trId = in.trId();
    return in.end(new NsRequest.Syn(trId, in.next("version", ListVersion::parse)));
  }

  /** {@code CHG 9 NLN} */
  static NsRequest changeStatusOnly(Args in) throws ArgumentException {
    var trId = in.trId();
    return in.end(new NsRequest.Chg(trId, status(in), Optional.empty(), Optional.empty()));
  }

  /** {@code CHG 9 NLN 268435500}; without a client id from the oldest clients of the dialect. */
  static NsRequest changeStatus(Args in) throws ArgumentException {
    var trId = in.trId();
    var status = status(in);
    var capabilities = in.optional("client id", Capabilities::parse);
    return in.end(new NsRequest.Chg(trId, status, capabilities, Optional.empty()));
  }

  /** The same with a display picture behind the client id. */
  static NsRequest changeStatusAndPicture(Args in) throws ArgumentException {
    var trId = in.trId();
    var status = status(in);
    var capabilities = in.optional("client id", Capabilities::parse);
    var object = in.optional("MSNObject", MsnObject::new);
    return in.end(new NsRequest.Chg(trId, status, capabilities, object));
  }

  /**
   * FLN is answered by number, anything else that is no status hangs up (protocol notes, 3.4.1).
   */
  private static PresenceStatus status(Args in) throws ArgumentException {
    var status = in.next("status", PresenceStatus::valueOf);
    if (status == PresenceStatus.FLN) {
      throw ArgumentException.refused(ErrorCode.INVALID_PARAMETER, "nobody appears as FLN");
    }
    return status;
  }

  /** {@code UUX 11 53}; XML that is none, or does more than it has to, hangs up. */
  static NsRequest setPersonalMessage(Args in) throws ArgumentException {
    var trId = in.trId();
    in.word("length");
    try {
      return in.end(new NsRequest.Uux(trId, PersonalData.read(in.payload())));
    } catch (IllegalArgumentException e) {
      throw ArgumentException.foreign("UUX: " + e.getMessage());
    }
  }

  static NsRequest ping(Args in) {
    in.rest();
    return new NsRequest.Png();
  }
}
