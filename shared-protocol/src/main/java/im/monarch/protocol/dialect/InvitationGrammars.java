package im.monarch.protocol.dialect;

import im.monarch.protocol.command.InvitationRequest;
import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.vocabulary.ErrorCode;

/** How requests for a switchboard are read (protocol notes, 3.7). */
final class InvitationGrammars {

  private InvitationGrammars() {}

  /** {@code XFR 15 SB}; whatever else a client wants to be sent to is no valid parameter. */
  static NsRequest transfer(Args in) throws ArgumentException {
    var trId = in.trId();
    if (!in.word("kind of server").equals("SB")) {
      throw ArgumentException.refused(ErrorCode.INVALID_PARAMETER, "XFR to another kind of server");
    }
    return in.end(new InvitationRequest.Xfr(trId));
  }
}
