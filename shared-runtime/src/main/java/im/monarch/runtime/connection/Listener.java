package im.monarch.runtime.connection;

import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;

/**
 * Accepts clients on one port and holds a conversation with each. Belongs to one event loop; the
 * instances of a verticle share the port.
 */
public final class Listener<S extends ConversationState, R, E, M> {

  private final Front front;

  /**
   * @param conversations makes the conversation for one client
   */
  public Listener(
      Vertx vertx,
      ConnectionLimits limits,
      Function<Peer<E>, Conversation<S, R, E, M>> conversations) {
    this(vertx, new Talk<>(limits, conversations));
  }

  public Listener(Vertx vertx, Talk<S, R, E, M> talk) {
    var context = vertx.getOrCreateContext();
    this.front = new Front(vertx, socket -> talk.begin(socket, context));
  }

  /** Starts to accept; yields the address actually bound. */
  public Future<HostPort> listen(HostPort address) {
    return front.listen(address);
  }

  /** Stops accepting; completes when all are gone, or have been cut off after {@code patience}. */
  public Future<Void> finish(Duration patience) {
    return front.finish(patience);
  }

  /** Stops accepting and closes what is open. */
  public Future<Void> close() {
    return front.close();
  }
}
