package im.monarch.protocol.command;

import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.Acknowledgement;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.SwitchboardId;
import im.monarch.protocol.vocabulary.TrId;

/** Everything a client may say to a switchboard server. */
public sealed interface SbRequest {

  /**
   * USR: begins the session that the key was issued for. {@code USR 1 alice@example.com 8a3f...}
   */
  record Usr(TrId trId, Handle handle, String key) implements SbRequest {

    /** A key opens a session in somebody's name: never in a log. */
    @Override
    public String toString() {
      return "Usr[" + trId + ", " + handle + ", ***]";
    }
  }

  /** ANS: follows an invitation. {@code ANS 1 bob@example.com 97c0... 11752013} */
  record Ans(TrId trId, Handle handle, String key, SwitchboardId session) implements SbRequest {

    /** A key opens a session in somebody's name: never in a log. */
    @Override
    public String toString() {
      return "Ans[" + trId + ", " + handle + ", ***, " + session + ']';
    }
  }

  /** CAL: invites somebody. {@code CAL 2 bob@example.com} */
  record Cal(TrId trId, Handle handle) implements SbRequest {}

  /** MSG: something for everybody else; the payload is theirs to understand. {@code MSG 4 A 136} */
  record Msg(TrId trId, Acknowledgement acknowledgement, Payload payload) implements SbRequest {}

  /** OUT: leaves. Has no transaction id. */
  record Out() implements SbRequest {}
}
