package im.monarch.domain.sessions;

import im.monarch.domain.nodes.NodeId;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * The single source of truth about which session of an account is live.
 *
 * <p>A claim belongs to one session: releasing a claim that somebody has since taken over does
 * nothing, so a late good-bye of an old connection cannot sign out the new one.
 */
public interface SessionClaims {

  /**
   * One sign-in.
   *
   * @param epoch higher than that of every earlier sign-in of the account
   * @param takenFrom the node whose session lost the account, if one had it
   */
  record Claim(Handle handle, NodeId node, long epoch, Optional<NodeId> takenFrom) {}

  /** Takes the account for a new session on {@code node}. */
  Future<Claim> claim(Handle handle, NodeId node);

  /** Gives the account up; yields whether the session still held it. */
  Future<Boolean> release(Claim claim);
}
