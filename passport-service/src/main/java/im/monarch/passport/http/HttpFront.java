package im.monarch.passport.http;

import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One address that serves a site. Every event loop that listens here gets its share. */
public final class HttpFront {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final Set<String> TLS = Set.of("TLSv1.2", "TLSv1.3");
  private static final int ACCEPT_BACKLOG = 1_024;
  private static final int PHASES = 3;

  /** Vert.x takes a negative port for "any free one, the same for all who name this number". */
  private static final AtomicInteger FREE_PORTS = new AtomicInteger(1_000_000);

  private final HostPort where;
  private final int port;
  private final Page site;
  private final HttpLimits limits;
  private final Doorkeeper doorkeeper;
  private final Queue<NetServer> servers = new ConcurrentLinkedQueue<>();

  /**
   * @param where to listen; port 0 is any free port
   */
  public HttpFront(HostPort where, Page site, HttpLimits limits, Doorkeeper doorkeeper) {
    this.where = where;
    this.port = where.port() == 0 ? -FREE_PORTS.incrementAndGet() : where.port();
    this.site = site;
    this.limits = limits;
    this.doorkeeper = doorkeeper;
  }

  /** Serves plain HTTP on the current event loop; tells where. */
  public Future<HostPort> listen(Vertx vertx) {
    return listen(vertx, new NetServerOptions());
  }

  /** Serves HTTP over TLS 1.2 and 1.3 on the current event loop; tells where. */
  public Future<HostPort> listen(Vertx vertx, KeyCertOptions certificate) {
    return listen(
        vertx,
        new NetServerOptions()
            .setSsl(true)
            .setKeyCertOptions(certificate)
            .setEnabledSecureTransportProtocols(TLS)
            .setSslHandshakeTimeout(limits.patience().toMillis())
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS));
  }

  private Future<HostPort> listen(Vertx vertx, NetServerOptions options) {
    return vertx
        .createNetServer(bounded(options))
        .connectHandler(socket -> welcome(vertx, socket))
        .exceptionHandler(fault -> LOG.atDebug().addKeyValue("reason", fault).log("no connection"))
        .listen(port, where.host())
        .onSuccess(servers::add)
        .map(NetServer::actualPort)
        .map(actual -> new HostPort(where.host(), actual))
        .recover(
            fault ->
                Future.failedFuture(
                    new IOException(
                        "cannot listen on " + where + ": " + fault.getMessage(), fault)));
  }

  /** Stops accepting; completes when all are gone, or have been cut off after {@code patience}. */
  public Future<Void> finish(Duration patience) {
    return Future.join(
            servers.stream()
                .map(server -> server.shutdown(patience.toMillis(), TimeUnit.MILLISECONDS))
                .toList())
        .mapEmpty();
  }

  /**
   * Closing a socket waits until its client has read everything. Whoever never reads is cut off
   * when nothing could be written for longer than all phases of an exchange may take.
   */
  private NetServerOptions bounded(NetServerOptions options) {
    options
        .setAcceptBacklog(ACCEPT_BACKLOG)
        .setTcpNoDelay(true)
        .setWriteIdleTimeout((int) limits.patience().multipliedBy(PHASES).toMillis())
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    return options;
  }

  private void welcome(Vertx vertx, NetSocket socket) {
    var address = addressOf(socket);
    if (doorkeeper.admits(address)) {
      var reader = new RequestReader(limits, address);
      new Exchange(vertx, socket, site, reader).begin(() -> doorkeeper.leave(address));
      return;
    }
    LOG.atDebug().addKeyValue("address", address).log("too many connections");
    socket.close().onFailure(fault -> LOG.atDebug().addKeyValue("reason", fault).log("not closed"));
  }

  /** Nothing is known of a connection that was closed before anybody could ask. */
  private static String addressOf(NetSocket socket) {
    return Optional.ofNullable(socket.remoteAddress())
        .map(SocketAddress::hostAddress)
        .orElse("unknown");
  }
}
