package im.monarch.domain.sessions;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.roster.Fence;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.BiConsumer;

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
   * @param term of the node's lease; a claim of an earlier term is void. 0 where there is no lease
   */
  record Claim(Handle handle, NodeId node, long epoch, Optional<NodeId> takenFrom, long term) {

    /** Without a lease. */
    public Claim(Handle handle, NodeId node, long epoch, Optional<NodeId> takenFrom) {
      this(handle, node, epoch, takenFrom, 0);
    }
  }

  /**
   * Takes the account for a new session on {@code node}. Fails with {@link
   * im.monarch.domain.accounts.StoreUnavailableException}, also where the node holds no lease.
   */
  Future<Claim> claim(Handle handle, NodeId node);

  /**
   * Gives the account up; yields whether the session still held it, or nobody can tell whether it
   * did.
   */
  Future<Boolean> release(Claim claim);

  /**
   * Whether the session may go on, as far as this node can tell without asking. One that may not
   * answers nothing any more. Safe on any thread.
   */
  boolean stands(Claim claim);

  /**
   * {@code action} runs, on any thread and perhaps more than once, for each account of a session of
   * this node that another node has taken, with the epoch of its session there: also where the
   * nodes cannot reach each other. Claims within one process need no telling.
   */
  default void onTaken(BiConsumer<Handle, Long> action) {}

  /** What the session's edits have to pass. */
  Fence fence(Claim claim);
}
