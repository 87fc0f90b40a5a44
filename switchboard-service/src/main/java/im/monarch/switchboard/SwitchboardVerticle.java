package im.monarch.switchboard;

import im.monarch.protocol.command.SbMessage;
import im.monarch.protocol.command.SbRequest;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.connection.ConnectionLimits;
import im.monarch.runtime.connection.Listener;
import im.monarch.runtime.connection.Talk;
import im.monarch.switchboard.conversation.SbConversation;
import im.monarch.switchboard.conversation.SbServices;
import im.monarch.switchboard.conversation.SbState;
import im.monarch.switchboard.room.SbNews;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.atomic.AtomicReference;

/** Listens for clients that hold a key. Instances share one port and {@link SbServices}. */
public final class SwitchboardVerticle extends VerticleBase {

  private final HostPort listen;
  private final Talk<SbState, SbRequest, SbNews, SbMessage> talk;
  private final AtomicReference<HostPort> bound;

  /**
   * @param listen where clients connect; port 0 takes a free one
   * @param bound takes the address actually bound
   */
  public SwitchboardVerticle(
      HostPort listen,
      ConnectionLimits limits,
      SbServices services,
      AtomicReference<HostPort> bound) {
    this.listen = listen;
    this.talk = talk(limits, services);
    this.bound = bound;
  }

  /** The conversation with clients of a switchboard, to be held on whatever port. */
  public static Talk<SbState, SbRequest, SbNews, SbMessage> talk(
      ConnectionLimits limits, SbServices services) {
    return new Talk<>(limits, peer -> new SbConversation(services, peer));
  }

  @Override
  public Future<?> start() {
    return new Listener<>(vertx, talk).listen(listen).onSuccess(bound::set);
  }
}
