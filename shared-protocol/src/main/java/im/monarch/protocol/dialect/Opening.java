package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsRequest.Out;
import im.monarch.protocol.command.DsRequest.Ver;

/** What may be said before a dialect is agreed on: VER has looked the same since the oldest one. */
public final class Opening {

  public static final Dialect DIALECT =
      Dialect.first("none", Traits.OLDEST)
          .everywhere(
              requests ->
                  requests
                      .with("VER", in -> new Ver(in.trId(), in.rest()))
                      .with("OUT", in -> new Out()));

  private Opening() {}
}
