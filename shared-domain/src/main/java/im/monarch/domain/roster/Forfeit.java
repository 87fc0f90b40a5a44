package im.monarch.domain.roster;

/** Why a session may edit no more. */
public enum Forfeit {
  /** A later session has the account. */
  TAKEN_OVER,
  /** The node's lease is over; somebody else may have the account, or have it soon. */
  LEASE_OVER
}
