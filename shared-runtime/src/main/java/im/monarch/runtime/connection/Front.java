package im.monarch.runtime.connection;

import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts clients on one port, and looks after them until they are gone. Belongs to one loop. */
final class Front {

  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final int BACKLOG = 4_096;
  private static final long PATIENCE_CHECK = 1_000;

  private final Vertx vertx;
  private final NetServer server;
  private final Function<NetSocket, Line> welcome;
  private final Map<NetSocket, Line> lines = new HashMap<>();
  private long patience;

  Front(Vertx vertx, Function<NetSocket, Line> welcome) {
    this.vertx = vertx;
    this.welcome = welcome;
    this.server =
        vertx
            .createNetServer(new NetServerOptions().setTcpNoDelay(true).setAcceptBacklog(BACKLOG))
            .connectHandler(this::connected);
  }

  Future<HostPort> listen(HostPort address) {
    patience = vertx.setPeriodic(PATIENCE_CHECK, timer -> checkPatience());
    return server
        .listen(address.port() == 0 ? sharedFreePort() : address.port(), address.host())
        .map(bound -> new HostPort(address.host(), bound.actualPort()));
  }

  /**
   * What makes the instances of this deployment, and nobody else, share one free port: for Vert.x a
   * negative number is the name of such a port. With 0 each instance would take its own.
   */
  private int sharedFreePort() {
    var deployment = vertx.getOrCreateContext().deploymentID();
    return deployment == null ? 0 : -1 - (deployment.hashCode() & 0x3FFF_FFFF);
  }

  Future<Void> close() {
    vertx.cancelTimer(patience);
    return server.close();
  }

  /** Stops accepting; completes when all are gone, or have been cut off after {@code patience}. */
  Future<Void> finish(Duration patience) {
    return server
        .shutdown(patience.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(finished -> vertx.cancelTimer(this.patience));
  }

  private void connected(NetSocket socket) {
    socket.exceptionHandler(fault -> LOG.atDebug().setCause(fault).log("client cut off"));
    socket.closeHandler(closed -> forget(socket));
    become(socket, welcome.apply(socket));
  }

  /** The client of {@code socket} is looked after by {@code line} from here on. */
  Line become(NetSocket socket, Line line) {
    lines.put(socket, line);
    return line;
  }

  private void forget(NetSocket socket) {
    var line = lines.remove(socket);
    if (line != null) {
      line.closed();
    }
  }

  private void checkPatience() {
    long now = System.nanoTime();
    List.copyOf(lines.values()).forEach(line -> line.checkPatience(now));
  }
}
