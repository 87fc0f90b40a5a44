package im.monarch.runtime.connection;

import im.monarch.protocol.dialect.Reading;
import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.FrameLimits;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import io.vertx.core.Future;

/**
 * What a server has to say to one client. Called on the event loop of the connection, one turn at a
 * time: the next turn begins when the future of the last one has completed.
 *
 * @param <S> states
 * @param <R> requests of the client
 * @param <E> news from other sessions
 * @param <M> messages to the client
 */
public interface Conversation<S extends ConversationState, R, E, M> {

  /** The state of a client that has said nothing yet. */
  S opening();

  /** How much a client in {@code state} may make us hold. */
  FrameLimits limits(S state);

  /** What the words of {@code frame} mean in the dialect of {@code state}. */
  Reading<R> read(S state, Frame frame);

  /** What a request leads to. A failed future is a fault: it is logged and the client cut off. */
  Future<Step<S, M>> on(S state, R request);

  /** What a piece of news leads to. */
  Future<Step<S, M>> hear(S state, E news);

  /** The message that refuses a request by number. */
  M refusal(TrId trId, ErrorCode code);

  /** {@code state} as it is when the server hangs up. */
  S ended(S state);

  /** The bytes of {@code message} in the dialect of {@code state}. */
  byte[] encode(S state, M message);

  /** The connection is gone; called once, whatever the reason, with the last state. */
  void gone(S last, Departure reason);
}
