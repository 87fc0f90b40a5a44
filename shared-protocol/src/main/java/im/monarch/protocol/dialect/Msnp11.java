package im.monarch.protocol.dialect;

import im.monarch.protocol.dialect.Traits.ChallengeScheme;
import im.monarch.protocol.dialect.Traits.Eviction;
import im.monarch.protocol.dialect.Traits.Greeting;
import im.monarch.protocol.dialect.Traits.PersonalMessages;

/**
 * MSNP11: personal messages (UUX, UBX), the list of clients that are not let in (GCF), SBS and the
 * mailbox after signing in, another answer to challenges, OUT RCT (protocol notes, 2.2).
 */
public final class Msnp11 {

  public static final Dialect DIALECT =
      Msnp10.DIALECT
          .revisedAs("MSNP11")
          .traits(
              traits ->
                  traits
                      .with(Greeting.PROFILE_AND_MAILBOX)
                      .with(PersonalMessages.RELAYED)
                      .with(ChallengeScheme.MIXED_DIGEST)
                      .with(Eviction.RETURNING))
          .notification(
              requests ->
                  requests
                      .with("UUX", Grammars::setPersonalMessage)
                      .with("GCF", ServiceGrammars::configuration)
                      .with("GSB", ServiceGrammars::missing));

  private Msnp11() {}
}
