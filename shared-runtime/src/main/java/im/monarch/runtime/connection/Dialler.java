package im.monarch.runtime.connection;

import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.FrameDecoder;
import im.monarch.protocol.frame.FrameLimits;
import im.monarch.protocol.frame.MalformedFrameException;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to servers the way clients do, for those who take part without being one. */
public final class Dialler {

  private static final Logger LOG = LoggerFactory.getLogger(Dialler.class);
  private static final int CONNECT_MILLIS = 5_000;
  private static final FrameLimits LIMITS = new FrameLimits(8_192, 65_536);

  /** What servers say with a payload behind it. */
  private static final Set<String> PAYLOAD_VERBS = Set.of("MSG", "NOT", "IPG");

  /** The server's end of a connection. */
  public interface Wire {

    /** Says one command. */
    void say(String line);

    /** Says one command, whose last word is the length of {@code payload}. */
    void say(String line, Payload payload);

    /** Closes; {@link Ear#gone} follows. */
    void hangUp();
  }

  /** Whoever listens at our end. Called on the event loop that dialled. */
  public interface Ear {

    void hear(Frame frame);

    /** Nothing more is to be heard; called once. */
    void gone();
  }

  private final NetClient client;

  public Dialler(Vertx vertx) {
    this.client =
        vertx.createNetClient(
            new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(CONNECT_MILLIS));
  }

  /** Connects to {@code server}; {@code ears} makes who listens, before anything is heard. */
  public Future<Void> dial(HostPort server, Function<Wire, Ear> ears) {
    return client
        .connect(server.port(), server.host())
        .onSuccess(socket -> new Connected(socket, ears))
        .mapEmpty();
  }

  private static final class Connected implements Wire {

    private final NetSocket socket;
    private final Ear ear;
    private final FrameDecoder decoder = new FrameDecoder(LIMITS, PAYLOAD_VERBS);

    Connected(NetSocket socket, Function<Wire, Ear> ears) {
      this.socket = socket;
      this.ear = ears.apply(this);
      socket.handler(this::received).closeHandler(closed -> ear.gone());
    }

    private void received(Buffer chunk) {
      decoder.feed(chunk.getBytes());
      try {
        for (var frame = decoder.next(); frame.isPresent(); frame = decoder.next()) {
          ear.hear(frame.get());
        }
      } catch (MalformedFrameException e) {
        LOG.atWarn().log("a server is not understood: {}", e.getMessage());
        hangUp();
      }
    }

    @Override
    public void say(String line) {
      write(Buffer.buffer(line + "\r\n"));
    }

    @Override
    public void say(String line, Payload payload) {
      write(Buffer.buffer(line + "\r\n").appendBytes(payload.shared()));
    }

    private void write(Buffer bytes) {
      socket.write(bytes).onFailure(lost -> LOG.debug("server went while being told something"));
    }

    @Override
    public void hangUp() {
      socket.close().onFailure(closed -> LOG.debug("server was gone already"));
    }
  }
}
