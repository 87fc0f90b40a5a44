package im.monarch.domain.sessions;

import java.time.Instant;

/** How a node takes part in a service. */
public record Membership(SessionClaims claims, NodeLease lease) {

  /** In one where it is the only node that holds sessions. */
  public static Membership alone() {
    return new Membership(new LocalSessionClaims(Instant.now()), NodeLease.ENDLESS);
  }
}
