package im.monarch.domain.switchboards;

import im.monarch.protocol.vocabulary.HostPort;

/** What a switchboard node says to somebody who wants to begin a session. */
public sealed interface Reservation {

  /**
   * The session can begin.
   *
   * @param address where the client should connect to
   * @param key what it should say there
   */
  record Reserved(HostPort address, Key key) implements Reservation {}

  /**
   * Not here, not now.
   *
   * @param reason {@code draining}, {@code full}; for the log and the metrics
   */
  record Declined(String reason) implements Reservation {}
}
