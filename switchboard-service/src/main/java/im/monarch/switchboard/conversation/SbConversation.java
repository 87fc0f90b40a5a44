package im.monarch.switchboard.conversation;

import static io.vertx.core.Future.succeededFuture;

import im.monarch.protocol.command.SbMessage;
import im.monarch.protocol.command.SbRequest;
import im.monarch.protocol.command.SbRequest.Ans;
import im.monarch.protocol.command.SbRequest.Cal;
import im.monarch.protocol.command.SbRequest.Msg;
import im.monarch.protocol.command.SbRequest.Out;
import im.monarch.protocol.command.SbRequest.Usr;
import im.monarch.protocol.dialect.Reading;
import im.monarch.protocol.dialect.SbEncoder;
import im.monarch.protocol.dialect.SbRequests;
import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.FrameLimits;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Conversation;
import im.monarch.runtime.connection.Departure;
import im.monarch.runtime.connection.Peer;
import im.monarch.runtime.connection.Step;
import im.monarch.switchboard.conversation.SbState.Ended;
import im.monarch.switchboard.conversation.SbState.Leaving;
import im.monarch.switchboard.conversation.SbState.Present;
import im.monarch.switchboard.conversation.SbState.Unknown;
import im.monarch.switchboard.room.SbNews;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a switchboard server has to say to one client (protocol notes, 3.8 and 4.4). */
public final class SbConversation implements Conversation<SbState, SbRequest, SbNews, SbMessage> {

  private static final Logger LOG = LoggerFactory.getLogger(SbConversation.class);

  /** In a session: longer messages hang up, as the live service did. */
  private static final FrameLimits IN_SESSION = new FrameLimits(8_192, 1_664);

  private final Entrance entrance;
  private final Calls calls;

  public SbConversation(SbServices services, Peer<SbNews> peer) {
    this.entrance = new Entrance(services, peer);
    this.calls = new Calls(services);
  }

  @Override
  public SbState opening() {
    return new Unknown();
  }

  @Override
  public FrameLimits limits(SbState state) {
    return state.isSettled() ? IN_SESSION : FrameLimits.BEFORE_SIGN_IN;
  }

  @Override
  public Reading<SbRequest> read(SbState state, Frame frame) {
    return SbRequests.TABLE.read(frame);
  }

  @Override
  public Future<Step<SbState, SbMessage>> on(SbState state, SbRequest request) {
    return switch (state) {
      case Unknown s -> unknown(s, request);
      case Present s -> present(s, request);
      case Leaving s -> succeededFuture(Step.to(s));
      case Ended s -> succeededFuture(Step.to(s));
    };
  }

  private Future<Step<SbState, SbMessage>> unknown(Unknown state, SbRequest request) {
    return switch (request) {
      case Usr usr -> succeededFuture(entrance.begin(state, usr));
      case Ans ans -> entrance.answer(state, ans);
      case Cal cal -> hangUp(state);
      case Msg msg -> hangUp(state);
      case Out out -> hangUp(state);
    };
  }

  private Future<Step<SbState, SbMessage>> present(Present state, SbRequest request) {
    return switch (request) {
      case Cal cal -> calls.call(state, cal);
      case Msg msg -> say(state, msg);
      case Usr usr -> hangUp(state);
      case Ans ans -> hangUp(state);
      case Out out -> leave(state);
    };
  }

  private static Future<Step<SbState, SbMessage>> leave(Present state) {
    return state
        .switchboard()
        .leave(state.self(), false)
        .map(left -> Step.to(new Leaving(state.dialect())));
  }

  private static Future<Step<SbState, SbMessage>> hangUp(SbState state) {
    return succeededFuture(Step.to(Ended.after(state)));
  }

  private static Future<Step<SbState, SbMessage>> say(Present state, Msg msg) {
    return state
        .switchboard()
        .say(state.self(), msg.payload())
        .map(heard -> heard ? delivered(state, msg) : undelivered(state, msg));
  }

  private static Step<SbState, SbMessage> delivered(Present state, Msg msg) {
    return switch (msg.acknowledgement()) {
      case U, N -> Step.to(state);
      case A, D -> Step.to(state, new SbMessage.Ack(msg.trId()));
    };
  }

  private static Step<SbState, SbMessage> undelivered(Present state, Msg msg) {
    return switch (msg.acknowledgement()) {
      case U -> Step.to(state);
      case N, A -> Step.to(state, new SbMessage.Nak(msg.trId()));
      case D -> Step.to(state, new SbMessage.Refusal(ErrorCode.BAD_DATA_MESSAGE, msg.trId()));
    };
  }

  @Override
  public Future<Step<SbState, SbMessage>> hear(SbState state, SbNews news) {
    return succeededFuture(
        state instanceof Present || state instanceof Leaving ? told(state, news) : Step.to(state));
  }

  private static Step<SbState, SbMessage> told(SbState state, SbNews news) {
    return switch (news) {
      case SbNews.Arrived(var participant) -> Step.to(state, new SbMessage.Joi(participant));
      case SbNews.Departed(var handle, var idle) -> Step.to(state, new SbMessage.Bye(handle, idle));
      case SbNews.Said(var line) -> Step.to(state, new SbMessage.Msg(line));
      case SbNews.Left left -> Step.to(Ended.after(state));
    };
  }

  @Override
  public SbMessage refusal(TrId trId, ErrorCode code) {
    return new SbMessage.Refusal(code, trId);
  }

  @Override
  public SbState ended(SbState state) {
    return Ended.after(state);
  }

  @Override
  public byte[] encode(SbState state, SbMessage message) {
    return new SbEncoder(state.dialect().traits()).encode(message);
  }

  @Override
  public void gone(SbState last, Departure reason) {
    Ended.after(last)
        .visit()
        .ifPresent(
            visit ->
                visit
                    .switchboard()
                    .leave(visit.self(), reason == Departure.IDLE)
                    .onFailure(fault -> LOG.atError().setCause(fault).log("a member stayed")));
  }
}
