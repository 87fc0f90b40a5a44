package im.monarch.notification.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.domain.sessions.News;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.dialect.Reading;
import im.monarch.protocol.frame.FrameDecoder;
import im.monarch.protocol.frame.FrameLimits;
import im.monarch.protocol.frame.MalformedFrameException;
import im.monarch.protocol.frame.PayloadVerbs;
import im.monarch.runtime.connection.Departure;
import im.monarch.runtime.connection.Peer;
import im.monarch.runtime.connection.Step;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/** One client, and what a connection does for its conversation; everything happens at once. */
final class Caller implements Peer<News> {

  /** What stands in an answer for the server hanging up. */
  static final String HANGS_UP = "(hangs up)";

  /** What stands in an answer for a fault. */
  static final String FAULT = "(fault)";

  private final Town town;
  private final NsConversation conversation;
  private final Queue<News> news = new ArrayDeque<>();
  private NsState state;
  private boolean gone;

  Caller(Town town, Function<Peer<News>, NsConversation> conversations) {
    this.town = town;
    this.conversation = conversations.apply(this);
    this.state = conversation.opening();
  }

  NsState state() {
    return state;
  }

  /** Says one line; yields the lines that answer it. */
  List<String> says(String line) {
    return gone ? List.of() : perform(turn(line));
  }

  /** From USR I to USR OK and the profile, which is what is yielded. */
  List<String> signsIn(String handle) {
    return says("USR 3 TWN S t=" + town.ticket(handle, challenge(handle)) + "&p=");
  }

  /** Names {@code handle}; yields the challenge. */
  String challenge(String handle) {
    return says("USR 2 TWN I " + handle).getFirst().substring("USR 2 TWN S ".length());
  }

  /** Hears the news that have come; yields the lines that tell of it. */
  List<String> hears() {
    var lines = new ArrayList<String>();
    while (!news.isEmpty() && !gone) {
      lines.addAll(perform(conversation.hear(state, news.remove())));
    }
    return lines;
  }

  /** The network loses the client. */
  void vanishes() {
    leave(Departure.LOST);
  }

  @Override
  public String host() {
    return "192.168.1.111";
  }

  @Override
  public int port() {
    return 1_863;
  }

  @Override
  public void tell(News message) {
    news.add(message);
  }

  private Future<Step<NsState, NsMessage>> turn(String line) {
    var decoder = new FrameDecoder(FrameLimits.SIGNED_IN, PayloadVerbs.OF_CLIENTS);
    decoder.feed((line + "\r\n").getBytes(UTF_8));
    try {
      return switch (conversation.read(state, decoder.next().orElseThrow())) {
        case Reading.Understood<NsRequest>(var request) -> conversation.on(state, request);
        case Reading.Refused<?>(var trId, var code) ->
            Future.succeededFuture(Step.to(state, conversation.refusal(trId, code)));
        case Reading.Dismissed<?>(var trId, var code) ->
            Future.succeededFuture(
                Step.to(conversation.ended(state), conversation.refusal(trId, code)));
        case Reading.Foreign<?> foreign ->
            Future.succeededFuture(Step.to(conversation.ended(state)));
      };
    } catch (MalformedFrameException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> perform(Future<Step<NsState, NsMessage>> turn) {
    if (turn.failed()) {
      leave(Departure.FAULT);
      return List.of(FAULT);
    }
    var step = turn.result();
    state = step.next();
    var lines = new ArrayList<String>();
    for (var message : step.messages()) {
      var text = new String(conversation.encode(state, message), UTF_8);
      lines.addAll(List.of(text.split("\r\n")));
    }
    if (state.isEnded()) {
      leave(Departure.ENDED);
      lines.add(HANGS_UP);
    }
    return lines;
  }

  private void leave(Departure reason) {
    if (!gone) {
      gone = true;
      conversation.gone(state, reason);
    }
  }
}
