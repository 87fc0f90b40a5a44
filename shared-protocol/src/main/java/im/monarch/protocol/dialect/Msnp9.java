package im.monarch.protocol.dialect;

import im.monarch.protocol.dialect.Traits.Pictures;
import im.monarch.protocol.dialect.Traits.PingAnswer;

/**
 * MSNP9: display pictures in CHG, ILN and NLN; the answer to PNG says when to ask again; PGD pages
 * where PAG did, which is refused (source: wiki-msnp9).
 */
public final class Msnp9 {

  public static final Dialect DIALECT =
      Msnp8.DIALECT
          .revisedAs("MSNP9")
          .traits(traits -> traits.with(Pictures.RELAYED).with(PingAnswer.WITH_SECONDS))
          .notification(
              requests ->
                  requests
                      .with("CHG", Grammars::changeStatusAndPicture)
                      .with("PGD", ServiceGrammars::pageDevice)
                      .with("PAG", ServiceGrammars::removed));

  private Msnp9() {}
}
