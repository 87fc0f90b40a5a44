package im.monarch.notification.node;

import im.monarch.domain.nodes.Handoff;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.reception.Referral;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How people get into this node, and from it to another one.
 *
 * @param others where those go who cannot stay
 * @param refer whether users who are signed in are told where to go on
 * @param address what clients call this node; known once it listens
 */
public record Gate(Door door, Referral others, boolean refer, Supplier<HostPort> address) {

  /** Whether {@code handle} may sign in. */
  public Entry enter(Handle handle) {
    return door.enter(handle);
  }

  /** Another node that takes somebody who cannot sign in here. */
  public Future<Optional<HostPort>> elsewhere(Handoff handoff) {
    return others.arrange(handoff);
  }

  /** Another node that takes a user of this one, if users are to be told. */
  public Future<Optional<HostPort>> next(Handoff handoff) {
    return refer ? others.arrange(handoff) : Future.succeededFuture(Optional.empty());
  }
}
