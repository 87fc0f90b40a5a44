package im.monarch.protocol.command;

import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.protocol.vocabulary.SwitchboardId;
import im.monarch.protocol.vocabulary.TrId;

/** How a notification server sends clients to a switchboard. */
public sealed interface InvitationMessage extends NsMessage {

  /** XFR: a switchboard to begin a session at. {@code XFR 15 SB 10.0.0.9:1865 CKI 8a3f...} */
  record XfrSb(TrId trId, HostPort switchboard, String key) implements InvitationMessage {

    /** A key opens a session in somebody's name: never in a log. */
    @Override
    public String toString() {
      return "XfrSb[" + trId + ", " + switchboard + ", ***]";
    }
  }

  /**
   * RNG: somebody invites. {@code RNG 11752013 10.0.0.9:1865 CKI 97c0... alice@example.com Alice}
   */
  record Rng(
      SwitchboardId session, HostPort switchboard, String key, Handle caller, FriendlyName name)
      implements InvitationMessage {

    /** A key opens a session in somebody's name: never in a log. */
    @Override
    public String toString() {
      return "Rng[" + session + ", " + switchboard + ", ***, " + caller + ", " + name + ']';
    }
  }
}
