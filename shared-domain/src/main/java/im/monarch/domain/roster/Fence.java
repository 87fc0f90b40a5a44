package im.monarch.domain.roster;

import im.monarch.domain.nodes.NodeId;
import java.util.Optional;

/** Keeps an edit out that comes from a session which is over without knowing it. */
public sealed interface Fence {

  /** For edits that come from no session, and for a service whose sessions share one memory. */
  Fence NONE = new None();

  /** Every edit passes. */
  record None() implements Fence {}

  /**
   * Passes while the session is the account's and its node may serve.
   *
   * <p>A database that fell back on an older copy of itself may give an epoch twice: only with node
   * and term it says whose claim it is.
   *
   * @param epoch of the session's claim
   * @param node that claimed; none where there are no leases
   * @param term of the node's lease; 0 where there is none
   */
  record Session(long epoch, Optional<NodeId> node, long term) implements Fence {

    /** Without a lease. */
    public Session(long epoch) {
      this(epoch, Optional.empty(), 0);
    }
  }
}
