package im.monarch.notification.conversation;

import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.sessions.News;
import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.notification.conversation.NsState.AwaitingVersion;
import im.monarch.notification.conversation.NsState.Challenged;
import im.monarch.notification.conversation.NsState.Ended;
import im.monarch.notification.conversation.NsState.Md5Challenged;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.notification.conversation.NsState.Versioned;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.DsRequest.Cvq;
import im.monarch.protocol.command.DsRequest.Cvr;
import im.monarch.protocol.command.DsRequest.Inf;
import im.monarch.protocol.command.DsRequest.Out;
import im.monarch.protocol.command.DsRequest.UsrInitial;
import im.monarch.protocol.command.DsRequest.Ver;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.command.NsRequest.UsrDigest;
import im.monarch.protocol.command.NsRequest.UsrTicket;
import im.monarch.protocol.dialect.Reading;
import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.FrameLimits;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Conversation;
import im.monarch.runtime.connection.Departure;
import im.monarch.runtime.connection.Peer;
import im.monarch.runtime.connection.Step;
import im.monarch.runtime.reception.Reception;
import io.vertx.core.Future;
import java.util.Set;

/**
 * What a notification server has to say to one client. Two switches: over states here, over
 * requests in each state; {@link SignedInTurns} has the longest one.
 */
public final class NsConversation implements Conversation<NsState, NsRequest, News, NsMessage> {

  private final Reception reception;
  private final NsVoice voice;
  private final SignIn signIn;
  private final SignedInTurns signedIn;
  private final Standing standing;

  public NsConversation(NsServices services, NsVoice voice, Peer<News> peer) {
    this.reception = services.settings().reception();
    this.voice = voice;
    this.standing = new Standing(services.claims());
    this.signIn = new SignIn(services, peer);
    this.signedIn = new SignedInTurns(services, peer);
  }

  @Override
  public NsState opening() {
    return new AwaitingVersion();
  }

  @Override
  public FrameLimits limits(NsState state) {
    return state.isSettled() ? FrameLimits.SIGNED_IN : FrameLimits.BEFORE_SIGN_IN;
  }

  @Override
  public Reading<NsRequest> read(NsState state, Frame frame) {
    var dialect = state.dialect();
    return (state.isSettled() ? dialect.nsRequests() : dialect.nsSignIn()).read(frame);
  }

  @Override
  public Future<Step<NsState, NsMessage>> on(NsState state, NsRequest request) {
    return standing.during(state, () -> answer(state, request));
  }

  private Future<Step<NsState, NsMessage>> answer(NsState state, NsRequest request) {
    return switch (state) {
      case AwaitingVersion s -> succeededFuture(awaitingVersion(s, request));
      case Versioned s -> versioned(s, request);
      case Challenged s -> challenged(s, request);
      case Md5Challenged s -> challenged(s, request);
      case SignedIn s -> signedIn.on(s, request);
      case Ended s -> succeededFuture(Step.to(s));
    };
  }

  private Step<NsState, NsMessage> awaitingVersion(AwaitingVersion state, NsRequest request) {
    return switch (request) {
      case Ver ver -> negotiate(state, ver);
      case Out out -> goodBye(state);
      default -> Step.to(Ended.after(state));
    };
  }

  private Step<NsState, NsMessage> negotiate(AwaitingVersion state, Ver ver) {
    var negotiation = reception.negotiate(ver);
    var next = negotiation.dialect().<NsState>map(Versioned::new).orElse(Ended.after(state));
    return Step.to(next, negotiation.reply());
  }

  private Future<Step<NsState, NsMessage>> versioned(Versioned state, NsRequest request) {
    return switch (request) {
      case Inf inf -> succeededFuture(Step.to(state, new DsMessage.Inf(inf.trId())));
      case UsrInitial usr -> signIn.begin(state, usr);
      case Cvr cvr -> succeededFuture(describe(state, cvr));
      case Cvq cvq -> succeededFuture(query(state, cvq));
      case Ver ver -> succeededFuture(dismiss(state, ver.trId(), ErrorCode.NOT_EXPECTED));
      case UsrTicket usr ->
          succeededFuture(dismiss(state, usr.trId(), ErrorCode.AUTHENTICATION_FAILED));
      case UsrDigest usr ->
          succeededFuture(dismiss(state, usr.trId(), ErrorCode.AUTHENTICATION_FAILED));
      case Out out -> succeededFuture(goodBye(state));
      default -> succeededFuture(Step.to(Ended.after(state)));
    };
  }

  /** The oldest clients describe themselves once they are signed in; before that it is an error. */
  private Step<NsState, NsMessage> describe(Versioned state, Cvr cvr) {
    return switch (state.dialect().traits().introduction()) {
      case AFTER_SIGN_IN -> dismiss(state, cvr.trId(), ErrorCode.MALFORMED_CLIENT_VERSION);
      case BEFORE_SIGN_IN -> Step.to(state, reception.describe(cvr));
    };
  }

  private Step<NsState, NsMessage> query(Versioned state, Cvq cvq) {
    var reply = reception.describe(cvq);
    return Step.to(reply instanceof DsMessage.Cvq ? Ended.after(state) : state, reply);
  }

  private Future<Step<NsState, NsMessage>> challenged(Challenged state, NsRequest request) {
    return switch (request) {
      case UsrTicket usr -> signIn.verify(state, usr);
      case Ver ver -> succeededFuture(dismiss(state, ver.trId(), ErrorCode.NOT_EXPECTED));
      case Cvr cvr -> succeededFuture(dismiss(state, cvr.trId(), ErrorCode.NOT_EXPECTED));
      case Out out -> succeededFuture(goodBye(state));
      default -> succeededFuture(Step.to(Ended.after(state)));
    };
  }

  /** These clients may begin anew with another handle (protocol notes, 4.3). */
  private Future<Step<NsState, NsMessage>> challenged(Md5Challenged state, NsRequest request) {
    return switch (request) {
      case UsrDigest usr -> signIn.verify(state, usr);
      case UsrInitial usr -> signIn.begin(new Versioned(state.dialect()), usr);
      case Ver ver -> succeededFuture(dismiss(state, ver.trId(), ErrorCode.NOT_EXPECTED));
      case Cvr cvr -> succeededFuture(dismiss(state, cvr.trId(), ErrorCode.NOT_EXPECTED));
      case Out out -> succeededFuture(goodBye(state));
      default -> succeededFuture(Step.to(Ended.after(state)));
    };
  }

  @Override
  public Future<Step<NsState, NsMessage>> hear(NsState state, News news) {
    if (state instanceof SignedIn session) {
      return standing.during(session, () -> signedIn.hear(session, news));
    }
    switch (news) {
      case News.Invited invited -> invited.answer().tryComplete(new RingAnswer.NotReachable());
      case News.RollCall call -> call.answer().tryComplete(Set.of());
      default -> {}
    }
    return succeededFuture(Step.to(state));
  }

  private static Step<NsState, NsMessage> goodBye(NsState state) {
    return Step.to(Ended.after(state), new DsMessage.Out());
  }

  private static Step<NsState, NsMessage> dismiss(NsState state, TrId trId, ErrorCode code) {
    return Step.to(Ended.after(state), new DsMessage.Refusal(code, trId));
  }

  @Override
  public NsMessage refusal(TrId trId, ErrorCode code) {
    return new DsMessage.Refusal(code, trId);
  }

  @Override
  public NsState ended(NsState state) {
    return Ended.after(state);
  }

  @Override
  public byte[] encode(NsState state, NsMessage message) {
    return voice.encode(state.dialect(), message);
  }

  @Override
  public void gone(NsState last, Departure reason) {
    signIn.end();
    Ended.after(last).session().ifPresent(signedIn::leave);
  }
}
