package im.monarch.protocol.dialect;

import im.monarch.protocol.dialect.Traits.ChallengeScheme;
import im.monarch.protocol.dialect.Traits.Welcome;

/**
 * MSNP6: clients prove with CHL and QRY which product they are, and USR OK says that the account is
 * verified (protocol notes, 2.2).
 */
public final class Msnp6 {

  public static final Dialect DIALECT =
      Msnp5.DIALECT
          .revisedAs("MSNP6")
          .traits(traits -> traits.with(ChallengeScheme.DIGEST).with(Welcome.NAME_VERIFIED))
          .notification(
              requests ->
                  requests
                      .with("CHL", ServiceGrammars::challenge)
                      .with("QRY", ServiceGrammars::query));

  private Msnp6() {}
}
