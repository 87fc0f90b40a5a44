package im.monarch.protocol.dialect;

/**
 * MSNP4: CVR and SND may name the client's codebase, which all dialects take; nothing else differs
 * for a server (protocol notes, 2.2).
 */
public final class Msnp4 {

  public static final Dialect DIALECT = Msnp3.DIALECT.revisedAs("MSNP4");

  private Msnp4() {}
}
