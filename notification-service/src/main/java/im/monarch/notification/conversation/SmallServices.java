package im.monarch.notification.conversation;

import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.ServiceMessage;
import im.monarch.protocol.command.ServiceRequest;
import im.monarch.protocol.command.ServiceRequest.Chl;
import im.monarch.protocol.command.ServiceRequest.Fnd;
import im.monarch.protocol.command.ServiceRequest.Ims;
import im.monarch.protocol.command.ServiceRequest.Invite;
import im.monarch.protocol.command.ServiceRequest.Page;
import im.monarch.protocol.command.ServiceRequest.Qry;
import im.monarch.protocol.command.ServiceRequest.Url;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Step;

/** URL, SND, SDC, PAG, PGD, FND, IMS, CHL and QRY (protocol notes, 3.3.8 and 3.6.6). */
final class SmallServices {

  /** Number of the Messenger site, which clients since 3.0 insist on. */
  private static final int SITE = 2;

  private final String webHost;
  private final Challenges challenges;

  /**
   * @param webHost where the service's pages are, with a port if they need one
   */
  SmallServices(String webHost, Challenges challenges) {
    this.webHost = webHost;
    this.challenges = challenges;
  }

  Step<NsState, NsMessage> on(SignedIn session, ServiceRequest request) {
    return switch (request) {
      case Url r -> Step.to(session, page(r));
      case Invite r -> Step.to(session, new ServiceMessage.Invited(r.trId(), r.verb()));
      case Page r -> refuse(session, r.trId(), ErrorCode.TOO_RAPID);
      case Fnd r -> refuse(session, r.trId(), ErrorCode.COMMAND_DISABLED);
      case Ims r ->
          Step.to(
              session.with(session.progress().invitable(r.on())),
              new ServiceMessage.Ims(r.trId(), r.on()));
      case Chl r -> challenges.challenge(session, r);
      case Qry r -> challenges.verify(session, r);
    };
  }

  /** Some clients queue everything else on the answer, so there is one for every service. */
  private ServiceMessage page(Url url) {
    var path =
        switch (url.service()) {
          case "INBOX", "MESSAGE" -> "/cgi-bin/HoTMaiL";
          case "FOLDERS" -> "/cgi-bin/folders";
          case "COMPOSE" -> "/cgi-bin/compose";
          default -> "/";
        };
    var login = "https://" + webHost + "/ppsecure/md5auth.srf?lc=1033";
    return new ServiceMessage.Url(url.trId(), path, login, SITE);
  }

  private static Step<NsState, NsMessage> refuse(SignedIn session, TrId trId, ErrorCode code) {
    return Step.to(session, new DsMessage.Refusal(code, trId));
  }
}
