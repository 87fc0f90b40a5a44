package im.monarch.protocol.dialect;

import im.monarch.protocol.dialect.Traits.PingAnswer;
import im.monarch.protocol.dialect.Traits.Pictures;

/**
 * MSNP9: display pictures in CHG, ILN and NLN; the answer to PNG says when to ask again (source:
 * wiki-msnp9).
 */
public final class Msnp9 {

  public static final Dialect DIALECT =
      Msnp8.DIALECT
          .revisedAs("MSNP9")
          .traits(traits -> traits.with(Pictures.RELAYED).with(PingAnswer.WITH_SECONDS))
          .notification(requests -> requests.with("CHG", Grammars::changeStatusAndPicture));

  private Msnp9() {}
}
