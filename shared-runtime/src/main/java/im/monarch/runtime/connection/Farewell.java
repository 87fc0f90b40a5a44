package im.monarch.runtime.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;

/**
 * Two ways to close a socket that {@code NetSocket} does not have. Both reach below it: closing
 * with unread input resets the connection, which takes the last answer back from a client that has
 * not read it yet; and closing a socket whose client does not read waits for that client.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a socket that fails to close is closed
final class Farewell {

  private Farewell() {}

  /** Says that nothing more comes; the client hangs up when it has read everything. */
  static void close(NetSocket socket) {
    socket.handler(unwanted -> {});
    if (context(socket).channel() instanceof DuplexChannel duplex && !socket.isSsl()) {
      socket.write("").onComplete(written -> duplex.shutdownOutput());
    } else {
      socket.end().onFailure(lost -> cut(socket));
    }
  }

  /** Closes at once; what the client has not read yet is lost. */
  static void cut(NetSocket socket) {
    context(socket).close();
  }

  private static ChannelHandlerContext context(NetSocket socket) {
    return ((NetSocketInternal) socket).channelHandlerContext();
  }
}
