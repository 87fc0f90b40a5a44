package im.monarch.domain.sessions;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.roster.Fence;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The claims of a service that has one notification process: they need not outlive it. Epochs begin
 * at the clock, so that others who heard of an earlier incarnation take later ones for later.
 */
public final class LocalSessionClaims implements SessionClaims {

  private final ConcurrentMap<Handle, Claim> claims = new ConcurrentHashMap<>();
  private final AtomicLong epochs = new AtomicLong(System.currentTimeMillis() * 1_000);

  @Override
  public Future<Claim> claim(Handle handle, NodeId node) {
    return Future.succeededFuture(
        claims.compute(
            handle,
            (key, held) ->
                new Claim(
                    handle,
                    node,
                    epochs.incrementAndGet(),
                    Optional.ofNullable(held).map(Claim::node))));
  }

  @Override
  public Future<Boolean> release(Claim claim) {
    return Future.succeededFuture(claims.remove(claim.handle(), claim));
  }

  /** A session that was taken over is told so in the same breath. */
  @Override
  public boolean stands(Claim claim) {
    return true;
  }

  @Override
  public Fence fence(Claim claim) {
    return Fence.NONE;
  }
}
