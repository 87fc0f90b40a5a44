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

  void loseLease() {
    lost = true;
  }

  @Override
  public Future<Claim> claim(Handle handle, NodeId node) {
    return lost
        ? Future.failedFuture(
            new StoreUnavailableException("no claim", new IllegalStateException("no lease")))
        : claims.claim(handle, node);
  }

  @Override
  public Future<Boolean> release(Claim claim) {
    return claims.release(claim);
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
