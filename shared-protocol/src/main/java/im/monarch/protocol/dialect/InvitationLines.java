package im.monarch.protocol.dialect;

import im.monarch.protocol.command.InvitationMessage;

/** How clients are sent to a switchboard; strict clients count the words of both lines. */
final class InvitationLines {

  /** The one way of proving oneself to a switchboard: the key behind it. */
  private static final String KEYED = "CKI";

  private InvitationLines() {}

  static void write(Lines out, InvitationMessage message) {
    switch (message) {
      case InvitationMessage.XfrSb m ->
          out.line("XFR", m.trId(), "SB", m.switchboard(), KEYED, m.key());
      case InvitationMessage.Rng m ->
          out.line("RNG", m.session(), m.switchboard(), KEYED, m.key(), m.caller(), m.name());
    }
  }
}
