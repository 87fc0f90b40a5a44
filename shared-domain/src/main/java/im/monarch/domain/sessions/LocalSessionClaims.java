package im.monarch.domain.sessions;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.roster.Fence;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The claims of a service that has one notification process: they need not outlive it. */
public final class LocalSessionClaims implements SessionClaims {

  private final ConcurrentMap<Handle, Claim> claims = new ConcurrentHashMap<>();
  private final AtomicLong epochs;

  /** Epochs from 1. */
  public LocalSessionClaims() {
    this(Instant.EPOCH);
  }

  /**
   * Epochs from the microsecond of {@code start}, so that other processes, which may have heard of
   * an earlier incarnation of this one, take its sessions for later ones.
   */
  public LocalSessionClaims(Instant start) {
    epochs = new AtomicLong(TimeUnit.MILLISECONDS.toMicros(start.toEpochMilli()));
  }

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
