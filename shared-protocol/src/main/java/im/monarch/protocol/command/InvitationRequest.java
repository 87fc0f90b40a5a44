package im.monarch.protocol.command;

import im.monarch.protocol.vocabulary.TrId;

/** What a client says to a notification server on the way to a conversation. */
public sealed interface InvitationRequest extends NsRequest {

  /** XFR: asks for a switchboard. {@code XFR 15 SB} */
  record Xfr(TrId trId) implements InvitationRequest {}
}
