package im.monarch.runtime.connection;

import io.vertx.core.buffer.Buffer;

/** One accepted client, as a {@link Front} sees it. */
interface Line {

  /** The client said something. */
  void received(Buffer chunk);

  /** The socket is closed, by whomever. */
  void closed();

  /** Ends the conversation if the client has been silent for too long. */
  void checkPatience(long now);
}
