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
import im.monarch.runtime.connection.SharedListener;
import im.monarch.runtime.connection.Talk;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Listens for clients that sign in. Instances share one port and {@link NsServices}. */
public final class NotificationVerticle extends VerticleBase {

  private final HostPort listen;
  private final ConnectionLimits limits;
  private final NsServices services;
  private final AtomicReference<HostPort> bound;
  private final Optional<Function<String, Optional<Talk<?, ?, ?, ?>>>> others;

  /**
   * @param listen where clients connect; port 0 takes a free one
   * @param bound takes the address actually bound
   * @param others the conversations that other first commands than ours open on this port; without
   *     it the port is for clients of this server alone
   */
  public NotificationVerticle(
      HostPort listen,
      ConnectionLimits limits,
      NsServices services,
      AtomicReference<HostPort> bound,
      Optional<Function<String, Optional<Talk<?, ?, ?, ?>>>> others) {
    this.listen = listen;
    this.limits = limits;
    this.services = services;
    this.bound = bound;
    this.others = others;
  }

  @Override
  public Future<?> start() {
    return listen(talk(new NsVoice())).onSuccess(bound::set);
  }

  private Talk<NsState, NsRequest, News, NsMessage> talk(NsVoice voice) {
    return new Talk<>(limits, peer -> new NsConversation(services, voice, peer));
  }

  private Future<HostPort> listen(Talk<NsState, NsRequest, News, NsMessage> talk) {
    return others.isPresent()
        ? new SharedListener(vertx, talk, others.get()).listen(listen)
        : new Listener<>(vertx, talk).listen(listen);
  }
}
