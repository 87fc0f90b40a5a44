package im.monarch.runtime.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.dialect.Reading;
import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.FrameLimits;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A conversation that does as it is told; news are told in the same words.
 *
 * <pre>
 * SAY w      says w                             IN      signs in: settled, longer lines, payloads
 * BIG n      says n bytes                       BYE     says BYE and ends
 * HEARD      says every SAY and WAIT so far     FAIL    a failed turn, THROW an exception at once
 * WAIT w     says w when the test releases it   GARBLE  says something that cannot be encoded
 * REFUSE, DISMISS, anything else                read as such
 * </pre>
 */
class ToyConversation implements Conversation<ToyState, Frame, String, String> {

  static final FrameLimits STRANGER = new FrameLimits(100, 0);
  static final FrameLimits SETTLED = new FrameLimits(1_000, 1_000);

  /** What a good-bye looked like to the conversation. */
  record Gone(Departure reason, String heard) {}

  final Peer<String> peer;
  final BlockingQueue<Gone> gone = new LinkedBlockingQueue<>();
  final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
  final AtomicInteger turns = new AtomicInteger();
  private final Map<String, Promise<Void>> promises = new ConcurrentHashMap<>();
  private final Context context = Vertx.currentContext();
  private volatile boolean clumsy;

  ToyConversation(Peer<String> peer) {
    this.peer = peer;
  }

  /** Lets the turn that waits for {@code word} go on, on the thread of the caller. */
  void release(String word) {
    promises.remove(word).complete();
  }

  void fail(String word) {
    promises.remove(word).fail(new IllegalStateException("told to fail"));
  }

  /** From here on even the good-bye fails. */
  void becomeClumsy() {
    clumsy = true;
  }

  @Override
  public ToyState opening() {
    return ToyState.OPENING;
  }

  @Override
  public FrameLimits limits(ToyState state) {
    return state.isSettled() ? SETTLED : STRANGER;
  }

  @Override
  public Reading<Frame> read(ToyState state, Frame frame) {
    return switch (frame.verb()) {
      case "REFUSE" -> new Reading.Refused<>(new TrId(1), ErrorCode.INVALID_PARAMETER);
      case "DISMISS" -> new Reading.Dismissed<>(new TrId(2), ErrorCode.AUTHENTICATION_FAILED);
      case "SAY", "BIG", "HEARD", "WAIT", "IN", "BYE", "FAIL", "THROW", "GARBLE", "UUX" ->
          new Reading.Understood<>(frame);
      default -> new Reading.Foreign<>("not a word of ours");
    };
  }

  @Override
  public Future<Step<ToyState, String>> on(ToyState state, Frame request) {
    return turn(state, request.verb(), request.words().isEmpty() ? "" : request.words().getFirst());
  }

  @Override
  public Future<Step<ToyState, String>> hear(ToyState state, String news) {
    int blank = news.indexOf(' ');
    return turn(state, news.substring(0, blank), news.substring(blank + 1));
  }

  private Future<Step<ToyState, String>> turn(ToyState state, String verb, String word) {
    turns.incrementAndGet();
    if (!context.equals(Vertx.currentContext())) {
      throw new IllegalStateException("a turn on " + Thread.currentThread());
    }
    return switch (verb) {
      case "SAY" -> say(state.after(word), word);
      case "BIG" -> say(state, "x".repeat(Integer.parseInt(word)));
      case "HEARD" -> say(state, state.heard());
      case "WAIT" -> await(state, word);
      case "IN" -> await(state.settled(), "IN");
      case "UUX" -> say(state, "UUX");
      case "BYE" -> say(state.ended(), "BYE");
      case "FAIL" -> Future.failedFuture(new IllegalStateException("told to fail"));
      case "GARBLE" -> say(state, "GARBLE");
      default -> throw new IllegalStateException("told to throw");
    };
  }

  private Future<Step<ToyState, String>> await(ToyState state, String word) {
    var promise = Promise.<Void>promise();
    promises.put(word, promise);
    context.runOnContext(later -> waiting.add(word)); // once the connection waits
    return promise
        .future()
        .map(released -> Step.to(word.equals("IN") ? state : state.after(word), word));
  }

  private static Future<Step<ToyState, String>> say(ToyState state, String message) {
    return Future.succeededFuture(Step.to(state, message));
  }

  @Override
  public String refusal(TrId trId, ErrorCode code) {
    return code.number() + " " + trId;
  }

  @Override
  public ToyState ended(ToyState state) {
    return state.ended();
  }

  @Override
  public byte[] encode(ToyState state, String message) {
    if (message.equals("GARBLE")) {
      throw new IllegalStateException("told to garble");
    }
    return (message + "\r\n").getBytes(UTF_8);
  }

  @Override
  public void gone(ToyState last, Departure reason) {
    gone.add(new Gone(reason, last.heard()));
    if (clumsy) {
      throw new IllegalStateException("told to be clumsy");
    }
  }
}
