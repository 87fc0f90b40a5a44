package im.monarch.runtime.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.function.Function;

/** A client on a port for several kinds of conversation, until its first word tells which it is. */
final class Undecided implements Line {

  /** Commands have three letters: what has no end after so many is none. */
  private static final int LONGEST_COMMAND = 3;

  private final NetSocket socket;
  private final long connectedAt = System.nanoTime();
  private final ConnectionLimits limits;
  private final Function<String, Line> byFirstWord;
  private final Buffer heard = Buffer.buffer(0);

  /**
   * @param byFirstWord begins the conversation that a command opens
   */
  Undecided(NetSocket socket, ConnectionLimits limits, Function<String, Line> byFirstWord) {
    this.socket = socket;
    this.limits = limits;
    this.byFirstWord = byFirstWord;
    socket.handler(this::received);
  }

  @Override
  public void received(Buffer chunk) {
    heard.appendBuffer(chunk);
    int end = 0;
    while (end < heard.length() && end <= LONGEST_COMMAND && heard.getByte(end) > ' ') {
      end++;
    }
    if (end < heard.length()) {
      byFirstWord.apply(new String(heard.getBytes(0, end), US_ASCII)).received(heard);
    }
  }

  @Override
  public void closed() {}

  @Override
  public void checkPatience(long now) {
    if (now - connectedAt > limits.signIn().toNanos()) {
      Farewell.cut(socket);
    }
  }
}
