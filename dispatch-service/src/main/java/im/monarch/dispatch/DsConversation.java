package im.monarch.dispatch;

import static io.vertx.core.Future.succeededFuture;

import im.monarch.dispatch.DsState.AwaitingVersion;
import im.monarch.dispatch.DsState.Ended;
import im.monarch.dispatch.DsState.Versioned;
import im.monarch.domain.nodes.Handoff;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.DsRequest;
import im.monarch.protocol.command.DsRequest.Cvq;
import im.monarch.protocol.command.DsRequest.Cvr;
import im.monarch.protocol.command.DsRequest.Inf;
import im.monarch.protocol.command.DsRequest.Out;
import im.monarch.protocol.command.DsRequest.UsrInitial;
import im.monarch.protocol.command.DsRequest.Ver;
import im.monarch.protocol.dialect.NsEncoder;
import im.monarch.protocol.dialect.Reading;
import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.FrameLimits;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Conversation;
import im.monarch.runtime.connection.Departure;
import im.monarch.runtime.connection.Peer;
import im.monarch.runtime.connection.Step;
import im.monarch.runtime.reception.Reception;
import im.monarch.runtime.reception.Referral;
import io.vertx.core.Future;
import java.util.Optional;

/** What a dispatch server has to say to one client. */
final class DsConversation implements Conversation<DsState, DsRequest, Void, DsMessage> {

  private final Peer<Void> peer;
  private final Reception reception;
  private final Referral referral;
  private final HostPort self;

  /**
   * @param self the address that XFR names as the current server
   */
  DsConversation(Peer<Void> peer, Reception reception, Referral referral, HostPort self) {
    this.peer = peer;
    this.reception = reception;
    this.referral = referral;
    this.self = self;
  }

  @Override
  public DsState opening() {
    return new AwaitingVersion();
  }

  @Override
  public FrameLimits limits(DsState state) {
    return FrameLimits.BEFORE_SIGN_IN;
  }

  @Override
  public Reading<DsRequest> read(DsState state, Frame frame) {
    return state.dialect().dsRequests().read(frame);
  }

  @Override
  public Future<Step<DsState, DsMessage>> on(DsState state, DsRequest request) {
    return switch (state) {
      case AwaitingVersion s -> succeededFuture(awaitingVersion(s, request));
      case Versioned s -> versioned(s, request);
      case Ended s -> succeededFuture(Step.to(s));
    };
  }

  private Step<DsState, DsMessage> awaitingVersion(AwaitingVersion state, DsRequest request) {
    return switch (request) {
      case Ver ver -> negotiate(state, ver);
      case Out out -> goodBye(state);
      case Inf i -> Step.to(ended(state));
      case Cvr c -> Step.to(ended(state));
      case Cvq c -> Step.to(ended(state));
      case UsrInitial u -> Step.to(ended(state));
    };
  }

  private Step<DsState, DsMessage> negotiate(DsState state, Ver ver) {
    var negotiation = reception.negotiate(ver);
    DsState next = negotiation.dialect().<DsState>map(Versioned::new).orElse(ended(state));
    return Step.to(next, negotiation.reply());
  }

  private Future<Step<DsState, DsMessage>> versioned(Versioned state, DsRequest request) {
    return switch (request) {
      case Ver ver -> succeededFuture(refuse(ended(state), ver.trId(), ErrorCode.NOT_EXPECTED));
      case Inf inf -> succeededFuture(Step.to(state, new DsMessage.Inf(inf.trId())));
      case Cvr cvr -> succeededFuture(Step.to(state, reception.describe(cvr)));
      case Cvq cvq -> succeededFuture(query(state, cvq));
      case UsrInitial usr -> refer(state, usr);
      case Out out -> succeededFuture(goodBye(state));
    };
  }

  /** Nothing comes after an answered CVQ; a client that was refused may ask differently. */
  private Step<DsState, DsMessage> query(Versioned state, Cvq cvq) {
    var reply = reception.describe(cvq);
    return Step.to(reply instanceof DsMessage.Cvq ? ended(state) : state, reply);
  }

  private Future<Step<DsState, DsMessage>> refer(Versioned state, UsrInitial usr) {
    var handoff = new Handoff(usr.handle(), state.dialect().name(), peer.host());
    return referral.arrange(handoff).map(address -> referred(state, usr.trId(), address));
  }

  private Step<DsState, DsMessage> referred(
      Versioned state, TrId trId, Optional<HostPort> notification) {
    return notification
        .map(
            address ->
                Step.<DsState, DsMessage>to(ended(state), new DsMessage.XfrNs(trId, address, self)))
        .orElseGet(() -> refuse(ended(state), trId, ErrorCode.SERVER_TOO_BUSY));
  }

  private Step<DsState, DsMessage> goodBye(DsState state) {
    return Step.to(ended(state), new DsMessage.Out());
  }

  private static Step<DsState, DsMessage> refuse(DsState next, TrId trId, ErrorCode code) {
    return Step.to(next, new DsMessage.Refusal(code, trId));
  }

  @Override
  public Future<Step<DsState, DsMessage>> hear(DsState state, Void news) {
    return succeededFuture(Step.to(state));
  }

  @Override
  public DsMessage refusal(TrId trId, ErrorCode code) {
    return new DsMessage.Refusal(code, trId);
  }

  @Override
  public DsState ended(DsState state) {
    return new Ended(state.dialect());
  }

  @Override
  public byte[] encode(DsState state, DsMessage message) {
    return new NsEncoder(state.dialect().traits()).encode(message);
  }

  @Override
  public void gone(DsState last, Departure reason) {}
}
