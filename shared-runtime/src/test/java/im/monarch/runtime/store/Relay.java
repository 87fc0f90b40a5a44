package im.monarch.runtime.store;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** A network between a client and a server on this machine, for tests to break. */
final class Relay implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final NetClient client = vertx.createNetClient();
  private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
  private final int target;
  private final NetServer server;
  private volatile boolean cut;
  private volatile boolean silent;
  private volatile boolean mute;
  private volatile long delayMillis;

  /**
   * @param target the port of the server
   */
  Relay(int target) {
    this.target = target;
    server = vertx.createNetServer().connectHandler(this::accept);
    server.listen(0, "127.0.0.1").await();
  }

  int port() {
    return server.actualPort();
  }

  private void accept(NetSocket near) {
    if (cut) {
      near.close();
      return;
    }
    near.pause();
    client
        .connect(target, "127.0.0.1")
        .onSuccess(
            far -> {
              pass(near, far, () -> silent);
              pass(far, near, () -> silent || mute);
              near.resume();
            })
        .onFailure(failure -> near.close());
  }

  /** What arrives while it is silent is lost, and with it the connection. */
  private void pass(NetSocket from, NetSocket to, BooleanSupplier silence) {
    sockets.add(from);
    from.closeHandler(
        closed -> {
          sockets.remove(from);
          to.close();
        });
    from.handler(
        bytes -> {
          if (silence.getAsBoolean()) {
            from.handler(lost -> {});
            to.handler(lost -> {});
          } else if (delayMillis == 0) {
            to.write(bytes);
          } else {
            vertx.setTimer(delayMillis, late -> to.write(bytes));
          }
        });
  }

  /** Breaks every connection, and refuses new ones. */
  void cut() {
    cut = true;
    sockets.forEach(NetSocket::close);
  }

  /** Takes connections and says nothing on any of them. */
  void fallSilent() {
    silent = true;
  }

  /** The server hears everything, and nobody hears what it says. */
  void fallMute() {
    mute = true;
  }

  /** Whether nobody is connected to it any more. */
  boolean isUnused() {
    return sockets.isEmpty();
  }

  /** Everything takes so much longer, in each direction. */
  void slowDown(long millis) {
    delayMillis = millis;
  }

  /** New connections are good again; on those that fell silent nothing is heard any more. */
  void mend() {
    cut = false;
    silent = false;
    mute = false;
    delayMillis = 0;
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
