package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsRequest.Cvr;
import im.monarch.protocol.dialect.Traits.Authentication;

/**
 * MSNP8: Passport sign-in; CVR before USR and on dispatch servers too; client ids in CHG, ILN and
 * NLN; SYN answers with counts and one LST for each contact (protocol notes, 2.2).
 */
public final class Msnp8 {

  public static final Dialect DIALECT =
      Opening.DIALECT
          .revisedAs("MSNP8")
          .traits(traits -> traits.with(Authentication.TWEENER))
          .everywhere(
              requests ->
                  requests
                      .with("CVR", in -> new Cvr(in.trId(), Grammars.clientDescription(in)))
                      .with("USR", Grammars::tweenerInitial))
          .notification(
              requests ->
                  requests
                      .with("USR", Grammars::tweener)
                      .with("SYN", Grammars::synchronise)
                      .with("CHG", Grammars::changeStatus)
                      .with("PNG", Grammars::ping)
                      .with("ADD", RosterGrammars::add)
                      .with("REM", RosterGrammars::remove)
                      .with("ADG", RosterGrammars::addGroup)
                      .with("RMG", RosterGrammars::removeGroup)
                      .with("REG", RosterGrammars::renameGroup)
                      .with("REA", RosterGrammars::rename)
                      .with("PRP", RosterGrammars::setProperty)
                      .with("GTC", RosterGrammars::setPrompt)
                      .with("BLP", RosterGrammars::setPrivacy)
                      .with("XFR", InvitationGrammars::transfer)
                      .with("URL", ServiceGrammars::url)
                      .with("SND", ServiceGrammars::send)
                      .with("SDC", ServiceGrammars::sendData)
                      .with("PAG", ServiceGrammars::page)
                      .with("FND", ServiceGrammars::find)
                      .with("IMS", ServiceGrammars::instantMessages)
                      .with("CHL", ServiceGrammars::challenge)
                      .with("QRY", ServiceGrammars::query));

  private Msnp8() {}
}
