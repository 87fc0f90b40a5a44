package im.monarch.runtime.connection;

import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Accepts clients on one port and holds a conversation with each. Belongs to one event loop; the
 * instances of a verticle share the port.
 */
public final class Listener<S extends ConversationState, R, E, M> {

  private static final int BACKLOG = 4_096;
  private static final long PATIENCE_CHECK = 1_000;

  /** Makes the instances of a verticle share one free port; with 0 each would take its own. */
  private static final int SHARED_FREE_PORT = -1;

  private final Vertx vertx;
  private final Context context;
  private final NetServer server;
  private final ConnectionLimits limits;
  private final Function<Peer<E>, Conversation<S, R, E, M>> conversations;
  private final Set<Connection<S, R, E, M>> connections = new LinkedHashSet<>();

  /**
   * @param conversations makes the conversation for one client
   */
  public Listener(
      Vertx vertx,
      ConnectionLimits limits,
      Function<Peer<E>, Conversation<S, R, E, M>> conversations) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.limits = limits;
    this.conversations = conversations;
    this.server =
        vertx
            .createNetServer(new NetServerOptions().setTcpNoDelay(true).setAcceptBacklog(BACKLOG))
            .connectHandler(this::connected);
  }

  /** Starts to accept; yields the address actually bound. */
  public Future<HostPort> listen(HostPort address) {
    vertx.setPeriodic(PATIENCE_CHECK, timer -> checkPatience());
    return server
        .listen(address.port() == 0 ? SHARED_FREE_PORT : address.port(), address.host())
        .map(bound -> new HostPort(address.host(), bound.actualPort()));
  }

  /** Stops accepting and closes what is open. */
  public Future<Void> close() {
    return server.close();
  }

  private void connected(NetSocket socket) {
    var connection = new Connection<>(socket, context, limits, conversations);
    connections.add(connection);
    socket.closeHandler(
        closed -> {
          connections.remove(connection);
          connection.closed();
        });
  }

  private void checkPatience() {
    long now = System.nanoTime();
    List.copyOf(connections).forEach(connection -> connection.checkPatience(now));
  }
}
