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
                      .with("PNG", Grammars::ping));

  private Msnp8() {}
}
