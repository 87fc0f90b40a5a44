package im.monarch.protocol.command;

import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.MsnObject;
import im.monarch.protocol.vocabulary.PersonalMessage;
import im.monarch.protocol.vocabulary.PresenceStatus;
import im.monarch.protocol.vocabulary.TrId;
import java.util.Optional;

/**
 * Everything a notification server may say. Messages are complete; a dialect that lacks a field
 * leaves it out when it writes.
 */
public sealed interface NsMessage
    permits DsMessage,
        RosterMessage,
        GuidMessage,
        ServiceMessage,
        InvitationMessage,
        NsMessage.UsrChallenge,
        NsMessage.UsrOk,
        NsMessage.Msg,
        NsMessage.SynUnchanged,
        NsMessage.SynFull,
        NsMessage.OneList,
        NsMessage.AllGroups,
        NsMessage.Chg,
        NsMessage.Iln,
        NsMessage.Nln,
        NsMessage.Fln,
        NsMessage.Qng,
        NsMessage.Sbs,
        NsMessage.Uux,
        NsMessage.Ubx,
        NsMessage.Evicted,
        NsMessage.Recalled {

  /**
   * USR: prove it. {@code USR 6 TWN S lc=1033,id=507,...}, {@code USR 6 MD5 S 1013928519.69395719}
   */
  record UsrChallenge(TrId trId, String challenge) implements NsMessage {}

  /** USR: signed in. {@code USR 7 OK alice@example.com Alice 1 0} */
  record UsrOk(TrId trId, Handle handle, FriendlyName name) implements NsMessage {}

  /** MSG from the server itself: the profile, mail, a system message. */
  record Msg(Payload payload) implements NsMessage {}

  /** SYN: nothing has changed since the version the client named. {@code SYN 8 15} */
  record SynUnchanged(TrId trId, ListVersion version) implements NsMessage {}

  /** SYN and everything behind it, which no other message may interrupt. */
  record SynFull(TrId trId, RosterListing roster) implements NsMessage {}

  /** LST: one list, in answer to the same. {@code LST 12 BL 15 0 0} */
  record OneList(TrId trId, ContactList list, RosterListing roster) implements NsMessage {}

  /** LSG: all groups, in answer to the same. {@code LSG 12 15 1 1 0 Other%20Contacts 0} */
  record AllGroups(TrId trId, RosterListing roster) implements NsMessage {}

  /** CHG: the echo of the client's own. {@code CHG 9 NLN 268435500} */
  record Chg(
      TrId trId,
      PresenceStatus status,
      Optional<Capabilities> capabilities,
      Optional<MsnObject> object)
      implements NsMessage {}

  /**
   * ILN: a contact who was there before. {@code ILN 9 NLN bob@example.com Bob 0}; the dialects that
   * have UBX write it behind the line.
   */
  record Iln(TrId trId, Appearance contact) implements NsMessage {}

  /** NLN: a contact came or changed. {@code NLN BSY bob@example.com Bob 0}; with UBX as ILN. */
  record Nln(Appearance contact) implements NsMessage {}

  /** FLN: a contact went. {@code FLN bob@example.com} */
  record Fln(Handle contact) implements NsMessage {}

  /**
   * QNG: the answer to PNG. {@code QNG 60}
   *
   * @param seconds how long the client should wait before it asks again
   */
  record Qng(int seconds) implements NsMessage {}

  /** SBS: behind USR OK; what it counts is not known. {@code SBS 0 null} */
  record Sbs() implements NsMessage {}

  /** UUX: the personal message is taken. {@code UUX 11 0} */
  record Uux(TrId trId) implements NsMessage {}

  /**
   * UBX: the personal message of a contact who is on the screen already. {@code UBX bob@example.com
   * 60}
   */
  record Ubx(Handle contact, PersonalMessage message) implements NsMessage {}

  /** OUT: why the server ends the session. {@code OUT OTH} */
  record Evicted(Reason reason) implements NsMessage {

    /** Written as its constant's name. */
    public enum Reason {
      /** The account signed in somewhere else. */
      OTH,
      /** The server is shutting down. */
      SSD,
      /** Another server takes over: sign in again. Older clients are told SSD; since MSNP10. */
      MIG
    }
  }

  /**
   * OUT: sign in again, but not at once. {@code OUT RCT 5}; clients before MSNP11 are told SSD.
   *
   * @param minutes until then, 1 or more
   */
  record Recalled(int minutes) implements NsMessage {}
}
