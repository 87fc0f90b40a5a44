package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsRequest.Out;
import im.monarch.protocol.command.DsRequest.Ver;
import im.monarch.protocol.dialect.Traits.Authentication;
import im.monarch.protocol.dialect.Traits.ChallengeScheme;
import im.monarch.protocol.dialect.Traits.ClientIds;
import im.monarch.protocol.dialect.Traits.ContactProperties;
import im.monarch.protocol.dialect.Traits.Eviction;
import im.monarch.protocol.dialect.Traits.Greeting;
import im.monarch.protocol.dialect.Traits.GroupKeys;
import im.monarch.protocol.dialect.Traits.Introduction;
import im.monarch.protocol.dialect.Traits.Listing;
import im.monarch.protocol.dialect.Traits.Networks;
import im.monarch.protocol.dialect.Traits.Participants;
import im.monarch.protocol.dialect.Traits.PersonalMessages;
import im.monarch.protocol.dialect.Traits.Pictures;
import im.monarch.protocol.dialect.Traits.PingAnswer;
import im.monarch.protocol.dialect.Traits.ProfileContent;
import im.monarch.protocol.dialect.Traits.Referral;
import im.monarch.protocol.dialect.Traits.Sites;
import im.monarch.protocol.dialect.Traits.Welcome;

/** What may be said before a dialect is agreed on: VER has looked the same since the oldest one. */
public final class Opening {

  public static final Dialect DIALECT =
      Dialect.first(
              "none",
              Traits.of(
                  Authentication.NONE,
                  Introduction.AFTER_SIGN_IN,
                  Referral.ADDRESS,
                  Welcome.NAME,
                  ProfileContent.LOGIN_TIME,
                  Greeting.PROFILE,
                  Listing.LONG,
                  GroupKeys.NONE,
                  ContactProperties.ABSENT,
                  Networks.ONE,
                  ChallengeScheme.NONE,
                  Sites.ABSENT,
                  ClientIds.ABSENT,
                  Pictures.ABSENT,
                  PersonalMessages.ABSENT,
                  PingAnswer.BARE,
                  Eviction.FINAL,
                  Participants.BY_NAME))
          .everywhere(
              requests ->
                  requests
                      .with("VER", in -> new Ver(in.trId(), in.rest()))
                      .with("OUT", in -> new Out()));

  private Opening() {}
}
