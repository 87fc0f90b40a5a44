package im.monarch.notification.conversation;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.roster.Fence;
import im.monarch.domain.sessions.LocalSessionClaims;
import im.monarch.domain.sessions.SessionClaims;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;

/** The claims of a node that may lose its lease. */
final class MortalClaims implements SessionClaims {

  private final SessionClaims claims = new LocalSessionClaims();
  private boolean lost;
  private boolean away;
  private boolean silent;

  void loseLease() {
    lost = true;
  }

  /** Nothing is claimed or released any more, and the lease still holds. */
  void goAway() {
    away = true;
  }

  /** Claims are made, and nobody hears that they were. */
  void fallSilent() {
    silent = true;
  }

  @Override
  public Future<Claim> claim(Handle handle, NodeId node) {
    return lost || away
        ? refused()
        : claims
            .claim(handle, node)
            .compose(claim -> silent ? undecided() : Future.succeededFuture(claim));
  }

  @Override
  public Future<Boolean> release(Claim claim) {
    return away ? refused() : claims.release(claim);
  }

  private static Future<Claim> undecided() {
    return Future.failedFuture(
        new StoreUnavailableException("silent", new IllegalStateException(), true));
  }

  private static <T> Future<T> refused() {
    return Future.failedFuture(
        new StoreUnavailableException("no claim", new IllegalStateException("refused")));
  }

  @Override
  public boolean stands(Claim claim) {
    return !lost;
  }

  @Override
  public Fence fence(Claim claim) {
    return new Fence.Session(claim.epoch());
  }
}
