package im.monarch.protocol.command;

import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.MsnObject;
import im.monarch.protocol.vocabulary.PersonalMessage;
import im.monarch.protocol.vocabulary.PresenceStatus;
import im.monarch.protocol.vocabulary.TrId;
import java.util.Optional;

/** Everything a client may say to a notification server. */
public sealed interface NsRequest
    permits DsRequest,
        RosterRequest,
        GuidRequest,
        ServiceRequest,
        InvitationRequest,
        NsRequest.UsrTicket,
        NsRequest.UsrDigest,
        NsRequest.Syn,
        NsRequest.Lst,
        NsRequest.Lsg,
        NsRequest.Chg,
        NsRequest.Uux,
        NsRequest.Png {

  /** USR: the Passport ticket for the challenge. {@code USR 7 TWN S t=...&p=...} */
  record UsrTicket(TrId trId, String ticket) implements NsRequest {

    /** A ticket opens an account for as long as it is good: never in a log. */
    @Override
    public String toString() {
      return "UsrTicket[" + trId + ", ***]";
    }
  }

  /**
   * USR: the digest of the challenge and the account's legacy secret. {@code USR 7 MD5 S 7f91...}
   *
   * @param digest 32 hex digits from honest clients
   */
  record UsrDigest(TrId trId, String digest) implements NsRequest {

    /** With the challenge it is enough to guess the secret: never in a log. */
    @Override
    public String toString() {
      return "UsrDigest[" + trId + ", ***]";
    }
  }

  /**
   * SYN: asks for everything stored, unless it is still at {@code known}. {@code SYN 8 15}; since
   * MSNP10 with timestamps that stand for versions.
   */
  record Syn(TrId trId, ListVersion known) implements NsRequest {}

  /** LST: asks for one list again. {@code LST 12 RL} */
  record Lst(TrId trId, ContactList list) implements NsRequest {}

  /** LSG: asks for the groups again. {@code LSG 12} */
  record Lsg(TrId trId) implements NsRequest {}

  /**
   * CHG: how the client wants to appear. {@code CHG 9 NLN 268435500 %3Cmsnobj...}
   *
   * @param object what the client sent, where {@code 0} is no object
   */
  record Chg(
      TrId trId,
      PresenceStatus status,
      Optional<Capabilities> capabilities,
      Optional<MsnObject> object)
      implements NsRequest {}

  /** UUX: what the user says about themselves. {@code UUX 11 53} */
  record Uux(TrId trId, PersonalMessage message) implements NsRequest {}

  /** PNG: a keep-alive. Has no transaction id. */
  record Png() implements NsRequest {}
}
