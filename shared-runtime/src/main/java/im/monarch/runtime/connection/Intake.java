package im.monarch.runtime.connection;

import io.netty.channel.ChannelConfig;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;

/**
 * Whether a socket is read from. {@code NetSocket.pause} is not enough: it takes some twenty chunks
 * more, which is megabytes for each client while a database is slow.
 */
final class Intake {

  private final ChannelConfig channel;
  private boolean stopped;

  Intake(NetSocket socket) {
    this.channel = ((NetSocketInternal) socket).channelHandlerContext().channel().config();
  }

  /** No chunk comes after the one at hand. */
  void stop() {
    if (!stopped) {
      stopped = true;
      channel.setAutoRead(false);
    }
  }

  void start() {
    if (stopped) {
      stopped = false;
      channel.setAutoRead(true);
    }
  }
}
