package im.monarch.runtime.connection;

import im.monarch.protocol.dialect.Reading;
import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.FrameDecoder;
import im.monarch.protocol.frame.MalformedFrameException;
import im.monarch.protocol.frame.PayloadVerbs;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection. Requests and news take turns: each meets the state the one before it
 * left behind, however long a database or another node took. While a turn waits one more chunk is
 * read at most, so a client cannot make the server hold more than two of them.
 */
final class Connection<S extends ConversationState, R, E, M> implements Line, Peer<E> {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  /** How long a client may take to hang up after it was told everything. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  /** Answers are written together, but no more of them than this, in bytes. */
  private static final int ENOUGH = 64 * 1_024;

  /** News that may wait for a turn: seconds of what a busy conversation or a full list says. */
  private static final int MOST_NEWS = 10_000;

  private final NetSocket socket;
  private final SocketAddress client;
  private final Context context;
  private final Conversation<S, R, E, M> conversation;
  private final ConnectionLimits limits;
  private final FrameDecoder decoder;
  private final long connectedAt = System.nanoTime();
  private final Restraint restraint;

  /** Filled by any thread, emptied in turns. */
  private final Queue<E> news = new ConcurrentLinkedQueue<>();

  private final AtomicInteger untold = new AtomicInteger();

  /** Whether a turn has been asked for that will take the news: one is enough for all of them. */
  private final AtomicBoolean called = new AtomicBoolean();

  private final Intake intake;
  private final Outgoing unwritten;
  private S state;
  private long usedAt = connectedAt;
  private boolean waiting;
  private boolean heldBack;
  private Optional<Departure> departure = Optional.empty();
  private long leftAt;
  private boolean clearedUp;

  Connection(
      NetSocket socket,
      Context context,
      ConnectionLimits limits,
      Function<Peer<E>, Conversation<S, R, E, M>> conversations) {
    this.socket = socket;
    this.client = socket.remoteAddress();
    this.intake = new Intake(socket);
    this.unwritten = new Outgoing(socket);
    this.context = context;
    this.limits = limits;
    this.conversation = conversations.apply(this);
    this.state = conversation.opening();
    this.decoder = new FrameDecoder(conversation.limits(state), PayloadVerbs.OF_CLIENTS);
    this.restraint = new Restraint(limits.pace(), connectedAt);
    socket.handler(this::received);
  }

  @Override
  public String host() {
    return client.hostAddress();
  }

  @Override
  public int port() {
    return client.port();
  }

  @Override
  public void tell(E message) {
    int waiting = untold.incrementAndGet();
    if (waiting > MOST_NEWS) {
      if (waiting == MOST_NEWS + 1) {
        context.runOnContext(turn -> overwhelmed());
      }
      return; // counted, so that this happens once
    }
    news.add(message);
    if (called.compareAndSet(false, true)) {
      context.runOnContext(turn -> takeNews());
    }
  }

  private void overwhelmed() {
    if (!isGone()) {
      LOG.atWarn()
          .addKeyValue("client", host())
          .addKeyValue("news", MOST_NEWS)
          .addKeyValue("turnUnderWay", waiting)
          .log("hanging up: too many news wait for their turn");
      cutOff(Departure.OVERWHELMED);
    }
    news.clear();
  }

  private void takeNews() {
    called.set(false);
    if (isGone()) {
      news.clear();
    } else {
      takeTurns();
    }
  }

  @Override
  public void closed() {
    leave(Departure.LOST);
  }

  @Override
  public void checkPatience(long now) {
    if (isGone()) {
      if (now - leftAt > LINGER.toNanos()) {
        Farewell.cut(socket);
      }
    } else if (!state.isSettled() && now - connectedAt > limits.signIn().toNanos()) {
      cutOff(Departure.TOO_LATE);
    } else if (state.isSettled() && now - usedAt > limits.idle().toNanos()) {
      cutOff(Departure.IDLE);
    }
  }

  @Override
  public void received(Buffer chunk) {
    usedAt = System.nanoTime();
    decoder.feed(chunk.getBytes());
    holdBack(restraint.read(chunk.length(), usedAt));
    if (waiting || heldBack) {
      intake.stop();
    }
    takeTurns();
  }

  private void takeTurns() {
    try {
      while (!waiting && !isGone() && takeTurn()) {
        if (unwritten.size() > ENOUGH) {
          flush();
        }
      }
      flush();
    } catch (MalformedFrameException e) {
      LOG.atDebug().addKeyValue("client", host()).log("hanging up: {}", e.getMessage());
      flush();
      sayGoodBye(Departure.MALFORMED);
    } catch (RuntimeException e) {
      giveUp(e);
    }
  }

  /** Whether there was anything to take. */
  private boolean takeTurn() throws MalformedFrameException {
    var message = news.poll();
    if (message != null) {
      untold.decrementAndGet();
      perform(conversation.hear(state, message));
      return true;
    }
    if (heldBack) {
      return false;
    }
    var frame = decoder.next();
    frame.ifPresent(this::answer);
    return frame.isPresent();
  }

  /** A client that says too much is not read for a while, but goes on being told things. */
  private void holdBack(long nanos) {
    if (nanos <= 0 || heldBack || isGone()) {
      return;
    }
    heldBack = true;
    context
        .owner()
        .setTimer(
            Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)),
            over -> {
              heldBack = false;
              takeTurns();
              readOn();
            });
  }

  private void readOn() {
    if (!waiting && !heldBack) {
      intake.start();
    }
  }

  private void answer(Frame frame) {
    holdBack(restraint.asked());
    switch (conversation.read(state, frame)) {
      case Reading.Understood<R>(var request) -> perform(conversation.on(state, request));
      case Reading.Refused<R>(var trId, var code) ->
          perform(Step.to(state, conversation.refusal(trId, code)));
      case Reading.Dismissed<R>(var trId, var code) ->
          perform(Step.to(conversation.ended(state), conversation.refusal(trId, code)));
      case Reading.Foreign<R>(var reason) -> {
        LOG.atDebug().addKeyValue("client", host()).log("hanging up: {}", reason);
        perform(Step.<S, M>to(conversation.ended(state)));
      }
    }
  }

  private void perform(Future<Step<S, M>> turn) {
    if (turn.succeeded()) {
      perform(turn.result());
    } else {
      await(turn);
    }
  }

  private void await(Future<Step<S, M>> turn) {
    waiting = true;
    turn.onComplete(step -> atHome(() -> goOn(step)), fault -> atHome(() -> giveUp(fault)));
  }

  private void goOn(Step<S, M> step) {
    waiting = false;
    try {
      perform(step);
    } catch (RuntimeException e) {
      giveUp(e);
    }
    takeTurns();
    readOn();
  }

  /** Turns can end on the event loop of somebody else's connection. */
  private void atHome(Runnable rest) {
    if (context.equals(Vertx.currentContext())) {
      rest.run();
    } else {
      context.runOnContext(moved -> rest.run());
    }
  }

  private void perform(Step<S, M> step) {
    state = step.next();
    if (isGone()) {
      clearUp(); // left while the turn was under way
      return;
    }
    decoder.limit(conversation.limits(state));
    for (var message : step.messages()) {
      unwritten.add(conversation.encode(state, message));
    }
    if (state.isEnded()) {
      flush();
      sayGoodBye(Departure.ENDED);
    }
  }

  private void flush() {
    if (unwritten.size() == 0 || isGone()) {
      return;
    }
    if (unwritten.queued() > limits.queuedBytes()) {
      cutOff(Departure.SLOW_READER);
      return;
    }
    if (limits.idleness() == Idleness.UNUSED) {
      usedAt = System.nanoTime();
    }
    unwritten.write();
  }

  private void giveUp(Throwable fault) {
    LOG.atError().setCause(fault).addKeyValue("client", host()).log("lost a conversation");
    waiting = false;
    leave(Departure.FAULT);
    clearUp();
    Farewell.cut(socket);
  }

  /** Lets the client read what it was told before the connection closes. */
  private void sayGoodBye(Departure reason) {
    if (!isGone()) {
      leave(reason);
      intake.start();
      Farewell.close(socket);
    }
  }

  private void cutOff(Departure reason) {
    leave(reason);
    Farewell.cut(socket);
  }

  private boolean isGone() {
    return departure.isPresent();
  }

  /** From here on nobody is told anything; a turn under way ends first. */
  private void leave(Departure reason) {
    if (isGone()) {
      return;
    }
    departure = Optional.of(reason);
    leftAt = System.nanoTime();
    if (!waiting) {
      clearUp();
    }
  }

  /** Tells the conversation that it is over, once. */
  private void clearUp() {
    if (clearedUp) {
      return;
    }
    clearedUp = true;
    try {
      conversation.gone(state, departure.orElseThrow());
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("client", host()).log("a conversation left something");
    }
  }
}
