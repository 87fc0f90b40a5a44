package im.monarch.switchboard.node;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.switchboards.Guest;
import im.monarch.domain.switchboards.KeyRing;
import im.monarch.domain.switchboards.Purpose.Beginning;
import im.monarch.domain.switchboards.Reservation;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.switchboard.room.Hall;
import java.util.concurrent.atomic.AtomicBoolean;

/** Decides whether one more session may begin at this node. Safe on any thread. */
public final class Reservations {

  private final NodeId node;
  private final Hall hall;
  private final KeyRing keys;
  private final int maxSessions;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param maxSessions sessions this node holds at most
   */
  public Reservations(NodeId node, Hall hall, KeyRing keys, int maxSessions) {
    this.node = node;
    this.hall = hall;
    this.keys = keys;
    this.maxSessions = maxSessions;
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
    return new Reservation.Reserved(address, key);
  }

  /** No new sessions from here on; those that are go on. */
  public void close() {
    closed.set(true);
  }

  public NodeLoad load() {
    return new NodeLoad(node, hall.members(), 0, closed.get());
  }
}
