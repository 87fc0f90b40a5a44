package im.monarch.protocol.dialect;

import im.monarch.protocol.dialect.Traits.Networks;
import im.monarch.protocol.dialect.Traits.Participants;

/**
 * MSNP12: the network of each contact in LST, client ids in IRO and JOI, LKP, which looks up
 * telephones and is refused (protocol notes, 2.2).
 */
public final class Msnp12 {

  public static final Dialect DIALECT =
      Msnp11.DIALECT
          .revisedAs("MSNP12")
          .traits(traits -> traits.with(Networks.NUMBERED).with(Participants.WITH_CLIENT_ID))
          .notification(requests -> requests.with("LKP", ServiceGrammars::missing));

  private Msnp12() {}
}
