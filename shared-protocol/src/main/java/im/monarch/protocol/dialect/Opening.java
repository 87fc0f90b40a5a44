package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsRequest.Out;
import im.monarch.protocol.command.DsRequest.Ver;
import im.monarch.protocol.dialect.Traits.Authentication;
import im.monarch.protocol.dialect.Traits.PingAnswer;
import im.monarch.protocol.dialect.Traits.Pictures;

/** What may be said before a dialect is agreed on: VER has looked the same since the oldest one. */
public final class Opening {

  public static final Dialect DIALECT =
      Dialect.first("none", new Traits(Authentication.NONE, Pictures.ABSENT, PingAnswer.BARE))
          .everywhere(
              requests ->
                  requests
                      .with("VER", in -> new Ver(in.trId(), in.rest()))
                      .with("OUT", in -> new Out()));

  private Opening() {}
}
