package im.monarch.switchboard.node;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.switchboards.Guest;
import im.monarch.domain.switchboards.KeyRing;
import im.monarch.domain.switchboards.Purpose.Beginning;
import im.monarch.domain.switchboards.Reservation;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.switchboard.room.Hall;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Decides whether one more session may begin at this node. Safe on any thread. */
public final class Reservations {

  /** Who was sent here for a session has come by then, or nearly so. */
  private static final long UNDER_WAY = Duration.ofSeconds(5).toNanos();

  private final NodeId node;
  private final Hall hall;
  private final KeyRing keys;
  private final int maxSessions;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicLong granted;

  /**
   * @param maxSessions sessions this node holds at most
   */
  public Reservations(NodeId node, Hall hall, KeyRing keys, int maxSessions) {
    this.node = node;
    this.hall = hall;
    this.keys = keys;
    this.maxSessions = maxSessions;
    this.granted = new AtomicLong(System.nanoTime() - UNDER_WAY);
  }

  /** What a notification server is told that wants to send {@code guest} to {@code address}. */
  public Reservation reserve(HostPort address, Guest guest) {
    if (closed.get()) {
      return new Reservation.Declined("draining");
    }
    if (hall.sessions() >= maxSessions) {
      return new Reservation.Declined("full");
    }
    var key = keys.issue(guest.participant().handle(), new Beginning(guest));
    granted.set(System.nanoTime());
    return new Reservation.Reserved(address, key);
  }

  /** No new sessions from here on; those that are go on. */
  public void close() {
    closed.set(true);
  }

  /** Whether somebody was sent here a moment ago, who may not have come yet. */
  boolean expectsSomebody() {
    return System.nanoTime() - granted.get() < UNDER_WAY;
  }

  public NodeLoad load() {
    return new NodeLoad(node, hall.members(), 0, closed.get());
  }
}
