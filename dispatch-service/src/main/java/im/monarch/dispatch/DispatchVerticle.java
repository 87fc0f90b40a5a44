package im.monarch.dispatch;

import im.monarch.domain.nodes.NotificationNodes;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.DsRequest;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.config.DispatchSection;
import im.monarch.runtime.connection.ConnectionLimits;
import im.monarch.runtime.connection.Listener;
import im.monarch.runtime.reception.Reception;
import im.monarch.runtime.reception.Referral;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** Listens for clients that want to be told where to sign in. Instances share one port. */
public final class DispatchVerticle extends VerticleBase {

  /** Three lines and a hand-over: a client that takes longer is not one. */
  private static final ConnectionLimits LIMITS =
      new ConnectionLimits(Duration.ofSeconds(30), Duration.ofSeconds(30), 64 * 1_024);

  private final DispatchSection settings;
  private final Reception reception;
  private final NotificationNodes nodes;
  private final AtomicReference<HostPort> bound;
  private final Duration lastWords;
  private Optional<Listener<DsState, DsRequest, Void, DsMessage>> listener = Optional.empty();

  /**
   * @param bound takes the address actually bound
   * @param lastWords how long those who are there may go on when it ends
   */
  public DispatchVerticle(
      DispatchSection settings,
      Reception reception,
      NotificationNodes nodes,
      AtomicReference<HostPort> bound,
      Duration lastWords) {
    this.settings = settings;
    this.reception = reception;
    this.nodes = nodes;
    this.bound = bound;
    this.lastWords = lastWords;
  }

  @Override
  public Future<?> start() {
    var referral = Referral.to(nodes, ThreadLocalRandom::current);
    var opened =
        new Listener<DsState, DsRequest, Void, DsMessage>(
            vertx,
            LIMITS,
            peer ->
                new DsConversation(peer, reception, referral, settings.advertised(bound.get())));
    listener = Optional.of(opened);
    return opened.listen(settings.listen()).onSuccess(bound::set);
  }

  @Override
  public Future<?> stop() {
    return listener.map(opened -> opened.finish(lastWords)).orElseGet(Future::succeededFuture);
  }
}
