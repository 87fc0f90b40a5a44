package im.monarch.dispatch;

import im.monarch.domain.nodes.NotificationNodes;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.DsRequest;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.connection.ConnectionLimits;
import im.monarch.runtime.connection.Listener;
import im.monarch.runtime.reception.Reception;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** Listens for clients that want to be told where to sign in. Instances share one port. */
public final class DispatchVerticle extends VerticleBase {

  /**
   * What a dispatch server is told.
   *
   * @param listen where clients connect; port 0 takes a free one
   * @param advertise what XFR calls this server; the bound address when its port is 0
   */
  public record Settings(
      HostPort listen, HostPort advertise, Reception reception, ConnectionLimits limits) {}

  private final Settings settings;
  private final NotificationNodes nodes;
  private final AtomicReference<HostPort> bound;

  /**
   * @param bound takes the address actually bound
   */
  public DispatchVerticle(
      Settings settings, NotificationNodes nodes, AtomicReference<HostPort> bound) {
    this.settings = settings;
    this.nodes = nodes;
    this.bound = bound;
  }

  @Override
  public Future<?> start() {
    var referral = new Referral(nodes, ThreadLocalRandom.current());
    return new Listener<DsState, DsRequest, Void, DsMessage>(
            vertx,
            settings.limits(),
            peer -> new DsConversation(peer, settings.reception(), referral, advertised()))
        .listen(settings.listen())
        .onSuccess(bound::set);
  }

  private HostPort advertised() {
    return settings.advertise().port() == 0
        ? new HostPort(settings.advertise().host(), bound.get().port())
        : settings.advertise();
  }
}
