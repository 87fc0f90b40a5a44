package im.monarch.runtime.connection;

import im.monarch.protocol.dialect.Reading;
import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.FrameDecoder;
import im.monarch.protocol.frame.MalformedFrameException;
import im.monarch.protocol.frame.PayloadVerbs;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection. Requests and news take turns: each meets the state the one before it
 * left behind, however long a database or another node took. While a turn waits nothing is read, so
 * a client cannot make the server hold more than one chunk of commands.
 */
final class Connection<S extends ConversationState, R, E, M> implements Peer<E> {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  /** How long a client may take to hang up after it was told everything. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final NetSocket socket;
  private final Context context;
  private final Conversation<S, R, E, M> conversation;
  private final ConnectionLimits limits;
  private final FrameDecoder decoder;
  private final Queue<E> news = new ArrayDeque<>(2);
  private final long connectedAt = System.nanoTime();

  private S state;
  private Buffer unwritten = Buffer.buffer(0);
  private long heardAt = connectedAt;
  private boolean waiting;
  private Optional<Departure> departure = Optional.empty();
  private long leftAt;

  Connection(
      NetSocket socket,
      Context context,
      ConnectionLimits limits,
      Function<Peer<E>, Conversation<S, R, E, M>> conversations) {
    this.socket = socket;
    this.context = context;
    this.limits = limits;
    this.conversation = conversations.apply(this);
    this.state = conversation.opening();
    this.decoder = new FrameDecoder(conversation.limits(state), PayloadVerbs.OF_CLIENTS);
    socket.setWriteQueueMaxSize(limits.queuedBytes());
    socket.handler(this::received);
  }

  @Override
  public String host() {
    return socket.remoteAddress().hostAddress();
  }

  @Override
  public int port() {
    return socket.remoteAddress().port();
  }

  @Override
  public void tell(E message) {
    context.runOnContext(
        turn -> {
          if (!isGone()) {
            news.add(message);
            takeTurns();
          }
        });
  }

  /** The socket is closed, by whomever. */
  void closed() {
    leave(Departure.LOST);
  }

  /** Ends the conversation if the client has been silent for too long. */
  void checkPatience(long now) {
    if (isGone()) {
      if (now - leftAt > LINGER.toNanos()) {
        Farewell.cut(socket);
      }
    } else if (!state.isSettled() && now - connectedAt > limits.signIn().toNanos()) {
      cutOff(Departure.TOO_LATE);
    } else if (state.isSettled() && now - heardAt > limits.idle().toNanos()) {
      cutOff(Departure.IDLE);
    }
  }

  private void received(Buffer chunk) {
    heardAt = System.nanoTime();
    decoder.feed(chunk.getBytes());
    takeTurns();
  }

  private void takeTurns() {
    try {
      while (!waiting && !isGone() && takeTurn()) {
        decoder.limit(conversation.limits(state));
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
      perform(conversation.hear(state, message));
      return true;
    }
    var frame = decoder.next();
    frame.ifPresent(this::answer);
    return frame.isPresent();
  }

  private void answer(Frame frame) {
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
    socket.pause();
    turn.onComplete(
        step -> {
          waiting = false;
          socket.resume();
          perform(step);
          takeTurns();
        },
        this::giveUp);
  }

  private void perform(Step<S, M> step) {
    state = step.next();
    for (var message : step.messages()) {
      unwritten.appendBytes(conversation.encode(state, message));
    }
    if (isGone()) {
      conversation.gone(state, departure.get()); // left while the turn was under way
    } else if (state.isEnded()) {
      flush();
      sayGoodBye(Departure.ENDED);
    }
  }

  private void flush() {
    if (unwritten.length() == 0 || isGone()) {
      return;
    }
    if (socket.writeQueueFull()) {
      cutOff(Departure.SLOW_READER);
      return;
    }
    var bytes = unwritten;
    unwritten = Buffer.buffer(0);
    socket.write(bytes).onFailure(lost -> LOG.debug("client went while being told something"));
  }

  private void giveUp(Throwable fault) {
    LOG.atError().setCause(fault).addKeyValue("client", host()).log("lost a conversation");
    waiting = false;
    if (isGone()) {
      conversation.gone(state, departure.get());
    } else {
      cutOff(Departure.FAULT);
    }
  }

  /** Lets the client read what it was told before the connection closes. */
  private void sayGoodBye(Departure reason) {
    leave(reason);
    Farewell.close(socket);
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
      conversation.gone(state, reason);
    }
  }
}
