package im.monarch.protocol.dialect;

import im.monarch.protocol.dialect.Traits.ProfileContent;
import im.monarch.protocol.dialect.Traits.Referral;
import im.monarch.protocol.dialect.Traits.Sites;

/**
 * MSNP3: IMS for television sets, Passport's fields in the profile, site numbers in URL, and a zero
 * behind the address in XFR NS (protocol notes, 2.2).
 */
public final class Msnp3 {

  public static final Dialect DIALECT =
      Msnp2.DIALECT
          .revisedAs("MSNP3")
          .traits(
              traits ->
                  traits
                      .with(ProfileContent.PERSON)
                      .with(Referral.ADDRESS_AND_ZERO)
                      .with(Sites.NUMBERED))
          .notification(requests -> requests.with("IMS", ServiceGrammars::instantMessages));

  private Msnp3() {}
}
