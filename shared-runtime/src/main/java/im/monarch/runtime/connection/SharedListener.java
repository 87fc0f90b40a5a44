package im.monarch.runtime.connection;

import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.util.Optional;
import java.util.function.Function;

/**
 * Accepts clients of several servers on one port: the first command tells them apart. Belongs to
 * one event loop; the instances of a verticle share the port.
 */
public final class SharedListener {

  private final Context context;
  private final Talk<?, ?, ?, ?> usual;
  private final Function<String, Optional<Talk<?, ?, ?, ?>>> byFirstWord;
  private final Front front;

  /**
   * @param usual the conversation with clients that begin with anything else
   * @param byFirstWord the conversation that a command opens, {@code USR}; asked for each client
   */
  public SharedListener(
      Vertx vertx,
      Talk<?, ?, ?, ?> usual,
      Function<String, Optional<Talk<?, ?, ?, ?>>> byFirstWord) {
    this.context = vertx.getOrCreateContext();
    this.usual = usual;
    this.byFirstWord = byFirstWord;
    this.front = new Front(vertx, this::welcome);
  }

  /** Starts to accept; yields the address actually bound. */
  public Future<HostPort> listen(HostPort address) {
    return front.listen(address);
  }

  private Line welcome(NetSocket socket) {
    return new Undecided(socket, usual.limits(), word -> decide(socket, word));
  }

  private Line decide(NetSocket socket, String word) {
    return front.become(socket, byFirstWord.apply(word).orElse(usual).begin(socket, context));
  }
}
