package im.monarch.notification;

import im.monarch.domain.sessions.News;
import im.monarch.notification.conversation.NsConversation;
import im.monarch.notification.conversation.NsServices;
import im.monarch.notification.conversation.NsState;
import im.monarch.notification.conversation.NsVoice;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.connection.ConnectionLimits;
import im.monarch.runtime.connection.Listener;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.atomic.AtomicReference;

/** Listens for clients that sign in. Instances share one port and {@link NsServices}. */
public final class NotificationVerticle extends VerticleBase {

  private final HostPort listen;
  private final ConnectionLimits limits;
  private final NsServices services;
  private final AtomicReference<HostPort> bound;

  /**
   * @param listen where clients connect; port 0 takes a free one
   * @param bound takes the address actually bound
   */
  public NotificationVerticle(
      HostPort listen,
      ConnectionLimits limits,
      NsServices services,
      AtomicReference<HostPort> bound) {
    this.listen = listen;
    this.limits = limits;
    this.services = services;
    this.bound = bound;
  }

  @Override
  public Future<?> start() {
    var voice = new NsVoice();
    return new Listener<NsState, NsRequest, News, NsMessage>(
            vertx, limits, peer -> new NsConversation(services, voice, peer))
        .listen(listen)
        .onSuccess(bound::set);
  }
}
