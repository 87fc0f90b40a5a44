package im.monarch.runtime.connection;

import io.netty.buffer.Unpooled;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client is told next, and how much of what it was told before is still on its way. Pieces
 * may belong to many connections at once, so they are neither changed nor copied on the way to the
 * transport.
 */
final class Outgoing {

  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

  private final NetSocketInternal socket;
  private final List<byte[]> pieces = new ArrayList<>(0);
  private int size;
  private long queued;

  Outgoing(NetSocket socket) {
    this.socket = (NetSocketInternal) socket;
  }

  void add(byte[] piece) {
    pieces.add(piece);
    size += piece.length;
  }

  /** How many bytes wait to be written. */
  int size() {
    return size;
  }

  /**
   * How many bytes were written and not taken by the network. Counted here, because {@code
   * NetSocket.writeQueueFull} counts writes once the transport has enough.
   */
  long queued() {
    return queued;
  }

  /** Hands everything to the transport as one write. */
  void write() {
    int written = size;
    queued += written;
    size = 0;
    var all =
        pieces.size() == 1
            ? Unpooled.wrappedBuffer(pieces.getFirst())
            : Unpooled.wrappedBuffer(pieces.size(), pieces.toArray(byte[][]::new));
    pieces.clear();
    socket
        .writeMessage(all)
        .onComplete(
            taken -> queued -= written,
            lost -> LOG.debug("client went while being told something"));
  }
}
