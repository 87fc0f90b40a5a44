package im.monarch.domain.nodes;

import im.monarch.protocol.vocabulary.HostPort;

/** What a notification node says to a handoff. */
public sealed interface Admission {

  /**
   * The client is welcome.
   *
   * @param address where it should connect to
   */
  record Admitted(HostPort address) implements Admission {}

  /**
   * Not here, not now.
   *
   * @param reason {@code draining}, {@code full}, {@code busy}, {@code no lease}; for the log and the metrics
   */
  record Declined(String reason) implements Admission {}
}
