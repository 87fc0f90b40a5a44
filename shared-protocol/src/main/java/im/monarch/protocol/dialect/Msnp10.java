package im.monarch.protocol.dialect;

import im.monarch.protocol.dialect.Traits.Eviction;
import im.monarch.protocol.dialect.Traits.Listing;
import im.monarch.protocol.dialect.Traits.ProfileContent;
import im.monarch.protocol.dialect.Traits.Welcome;

/**
 * MSNP10: contacts and groups go by GUID, lines of lists say what their words are, and list
 * versions give way to timestamps; ADC where ADD was, PRP MFN and SBP where REA was (protocol
 * notes, 2.2 and 3.3).
 */
public final class Msnp10 {

  public static final Dialect DIALECT =
      Msnp9.DIALECT
          .revisedAs("MSNP10")
          .traits(
              traits ->
                  traits
                      .with(Listing.TAGGED)
                      .with(ProfileContent.PERSON_CLIENT_AND_MIGRATION)
                      .with(Welcome.VERIFIED_RESTRICTED)
                      .with(Eviction.MIGRATING))
          .notification(
              requests ->
                  requests
                      .without("ADD")
                      .without("REA")
                      .with("SYN", GuidGrammars::synchronise)
                      .with("ADC", GuidGrammars::add)
                      .with("REM", GuidGrammars::remove)
                      .with("RMG", GuidGrammars::removeGroup)
                      .with("REG", GuidGrammars::renameGroup)
                      .with("PRP", GuidGrammars::setProperty)
                      .with("SBP", GuidGrammars::setContactProperty));

  private Msnp10() {}
}
