package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsRequest.Cvr;
import im.monarch.protocol.dialect.Traits.Authentication;
import im.monarch.protocol.dialect.Traits.ClientIds;
import im.monarch.protocol.dialect.Traits.Introduction;
import im.monarch.protocol.dialect.Traits.Listing;
import im.monarch.protocol.dialect.Traits.ProfileContent;
import im.monarch.protocol.dialect.Traits.Welcome;

/**
 * MSNP8: Passport sign-in instead of INF and MD5; CVR before USR and on dispatch servers too;
 * client ids in CHG, ILN and NLN; SYN answers with counts and one LST for each contact; lists are
 * no longer asked for one by one (protocol notes, 2.2).
 */
public final class Msnp8 {

  public static final Dialect DIALECT =
      Msnp7.DIALECT
          .revisedAs("MSNP8")
          .traits(
              traits ->
                  traits
                      .with(Authentication.TWEENER)
                      .with(Introduction.BEFORE_SIGN_IN)
                      .with(Welcome.NAME_VERIFIED_RESTRICTED)
                      .with(ProfileContent.PERSON_AND_CLIENT)
                      .with(Listing.BITMASK)
                      .with(ClientIds.RELAYED))
          .everywhere(
              requests ->
                  requests
                      .without("INF")
                      .with("CVR", in -> new Cvr(in.trId(), Grammars.clientDescription(in)))
                      .with("USR", Grammars::tweenerInitial))
          .notification(
              requests ->
                  requests
                      .without("CVR")
                      .without("LST")
                      .without("LSG")
                      .with("USR", Grammars::tweener)
                      .with("CHG", Grammars::changeStatus));

  private Msnp8() {}
}
