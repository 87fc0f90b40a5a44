package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsRequest.Cvr;
import im.monarch.protocol.dialect.Traits.Authentication;

/**
 * MSNP2: the oldest dialect, that of 1999. INF and a digest of the password to sign in, lists and
 * presence without groups or client ids (source: draft-movva; protocol notes, 2.2).
 */
public final class Msnp2 {

  public static final Dialect DIALECT =
      Opening.DIALECT
          .revisedAs("MSNP2")
          .traits(traits -> traits.with(Authentication.MD5))
          .everywhere(
              requests ->
                  requests
                      .with("INF", Md5Grammars::methods)
                      .with("USR", Md5Grammars::initial)
                      .with("CVR", Md5Grammars::introductionTooEarly))
          .notification(
              requests ->
                  requests
                      .with("USR", Md5Grammars::steps)
                      .with("CVR", in -> new Cvr(in.trId(), Grammars.clientDescription(in)))
                      .with("SYN", Grammars::synchronise)
                      .with("LST", UngroupedGrammars::list)
                      .with("CHG", Grammars::changeStatusOnly)
                      .with("PNG", Grammars::ping)
                      .with("ADD", UngroupedGrammars::add)
                      .with("REM", UngroupedGrammars::remove)
                      .with("REA", RosterGrammars::rename)
                      .with("GTC", RosterGrammars::setPrompt)
                      .with("BLP", RosterGrammars::setPrivacy)
                      .with("XFR", InvitationGrammars::transfer)
                      .with("URL", ServiceGrammars::url)
                      .with("SND", ServiceGrammars::send)
                      .with("FND", ServiceGrammars::find));

  private Msnp2() {}
}
