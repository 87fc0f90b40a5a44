package im.monarch.notification.conversation;

import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.ServiceMessage;
import im.monarch.protocol.command.ServiceRequest;
import im.monarch.protocol.command.ServiceRequest.Chl;
import im.monarch.protocol.command.ServiceRequest.Fnd;
import im.monarch.protocol.command.ServiceRequest.Gcf;
import im.monarch.protocol.command.ServiceRequest.Ims;
import im.monarch.protocol.command.ServiceRequest.Invite;
import im.monarch.protocol.command.ServiceRequest.Page;
import im.monarch.protocol.command.ServiceRequest.Qry;
import im.monarch.protocol.command.ServiceRequest.Url;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Step;

/** URL, SND, SDC, PAG, PGD, FND, IMS, CHL, QRY and GCF (protocol notes, 3.3.8 and 3.6.6). */
final class SmallServices {

  /** Number of the Messenger site, which clients since 3.0 insist on. */
  private static final int SITE = 2;

  /** The one file of configuration that clients ask for: who is not let in. */
  private static final String SHIELDS = "Shields.xml";

  private final String webHost;
  private final Payload shields;
  private final Challenges challenges;

  SmallServices(NsSettings settings, Challenges challenges) {
    this.webHost = settings.webHost();
    this.shields = Payload.utf8(settings.shields());
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
      case Gcf r -> configuration(session, r);
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

  /** Clients ask after they have read the lists, and never before (protocol notes, 4.3). */
  private Step<NsState, NsMessage> configuration(SignedIn session, Gcf gcf) {
    if (!session.progress().synchronised()) {
      return refuse(session, gcf.trId(), ErrorCode.NOT_EXPECTED);
    }
    return gcf.file().equals(SHIELDS)
        ? Step.to(session, new ServiceMessage.Gcf(gcf.trId(), SHIELDS, shields))
        : refuse(session, gcf.trId(), ErrorCode.INVALID_PARAMETER);
  }

  private static Step<NsState, NsMessage> refuse(SignedIn session, TrId trId, ErrorCode code) {
    return Step.to(session, new DsMessage.Refusal(code, trId));
  }
}
