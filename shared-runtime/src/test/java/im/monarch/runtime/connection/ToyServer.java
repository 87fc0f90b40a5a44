package im.monarch.runtime.connection;

import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listener for toy conversations on one event loop. */
final class ToyServer extends VerticleBase {

  static final Duration LONG = Duration.ofMinutes(5);
  static final ConnectionLimits PATIENT = new ConnectionLimits(LONG, LONG, 256 * 1_024);

  private final ConnectionLimits limits;
  private final BlockingQueue<ToyConversation> conversations = new LinkedBlockingQueue<>();
  private final CompletableFuture<HostPort> bound = new CompletableFuture<>();

  private ToyServer(ConnectionLimits limits) {
    this.limits = limits;
  }

  static ToyServer start(Vertx vertx) {
    return start(vertx, PATIENT);
  }

  static ToyServer start(Vertx vertx, ConnectionLimits limits) {
    var server = new ToyServer(limits);
    vertx.deployVerticle(server).onFailure(server.bound::completeExceptionally);
    server.bound.orTimeout(10, TimeUnit.SECONDS).join();
    return server;
  }

  @Override
  public Future<?> start() {
    return new Listener<ToyState, Frame, String, String>(vertx, limits, this::begin)
        .listen(new HostPort("127.0.0.1", 0))
        .onSuccess(bound::complete);
  }

  private ToyConversation begin(Peer<String> peer) {
    var conversation = new ToyConversation(peer);
    conversations.add(conversation);
    return conversation;
  }

  ToyClient connect() throws IOException {
    return new ToyClient(bound.join().port(), 0);
  }

  /** A client whose network takes little at a time. */
  ToyClient connectSlowly() throws IOException {
    return new ToyClient(bound.join().port(), 4_096);
  }

  /** The conversation with the client that connected next. */
  ToyConversation conversation() throws InterruptedException {
    return taken(conversations);
  }

  void stop(Vertx vertx) {
    vertx
        .undeploy(deploymentID())
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
  }

  static <T> T taken(BlockingQueue<T> queue) throws InterruptedException {
    var element = queue.poll(10, TimeUnit.SECONDS);
    if (element == null) {
      throw new AssertionError("nothing within ten seconds");
    }
    return element;
  }
}
