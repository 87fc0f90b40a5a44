package im.monarch.protocol.dialect;

import im.monarch.protocol.dialect.Traits.ContactProperties;

/**
 * MSNP5: telephone numbers in PRP and BPR, also within SYN; PAG pages and SDC invites (protocol
 * notes, 2.2).
 */
public final class Msnp5 {

  public static final Dialect DIALECT =
      Msnp4.DIALECT
          .revisedAs("MSNP5")
          .traits(traits -> traits.with(ContactProperties.TOLD))
          .notification(
              requests ->
                  requests
                      .with("PRP", RosterGrammars::setProperty)
                      .with("PAG", ServiceGrammars::page)
                      .with("SDC", ServiceGrammars::sendData));

  private Msnp5() {}
}
