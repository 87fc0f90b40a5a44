package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsRequest.Cvq;

/**
 * CVR0: not a dialect to talk in, but the way to ask for the current client when no dialect is
 * shared. Always supported (sources: nina-client-versioning, wiki-cvr0).
 */
public final class Cvr0 {

  public static final Dialect DIALECT =
      Opening.DIALECT
          .revisedAs("CVR0")
          .everywhere(
              requests ->
                  requests.with("CVQ", in -> new Cvq(in.trId(), Grammars.clientDescription(in))));

  private Cvr0() {}
}
