package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsRequest.Out;
import im.monarch.protocol.command.DsRequest.Ver;
import im.monarch.protocol.dialect.Traits.Authentication;
import im.monarch.protocol.dialect.Traits.Participants;
import im.monarch.protocol.dialect.Traits.Pictures;
import im.monarch.protocol.dialect.Traits.PingAnswer;

/** What may be said before a dialect is agreed on: VER has looked the same since the oldest one. */
public final class Opening {

  public static final Dialect DIALECT =
      Dialect.first(
              "none",
              new Traits(
                  Authentication.NONE, Pictures.ABSENT, PingAnswer.BARE, Participants.BY_NAME))
          .everywhere(
              requests ->
                  requests
                      .with("VER", in -> new Ver(in.trId(), in.rest()))
                      .with("OUT", in -> new Out()));

  private Opening() {}
}
