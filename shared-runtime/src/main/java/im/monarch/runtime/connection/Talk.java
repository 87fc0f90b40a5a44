package im.monarch.runtime.connection;

import io.vertx.core.Context;
import io.vertx.core.net.NetSocket;
import java.util.function.Function;

/**
 * One kind of conversation that can be held on a port.
 *
 * @param conversations makes the conversation for one client
 */
public record Talk<S extends ConversationState, R, E, M>(
    ConnectionLimits limits, Function<Peer<E>, Conversation<S, R, E, M>> conversations) {

  Line begin(NetSocket socket, Context context) {
    return new Connection<>(socket, context, limits, conversations);
  }
}
