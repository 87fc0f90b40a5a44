package im.monarch.notification.node;

import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.protocol.vocabulary.HostPort;
import java.util.concurrent.atomic.AtomicBoolean;

/** Decides whether this node takes one more sign-in. Safe on any thread. */
public final class Door {

  private final NodeId node;
  private final LocalSessions sessions;
  private final int maxSessions;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param maxSessions people this node holds at most
   */
  public Door(NodeId node, LocalSessions sessions, int maxSessions) {
    this.node = node;
    this.sessions = sessions;
    this.maxSessions = maxSessions;
  }

  /** What dispatch is told when it wants to send somebody to {@code address}. */
  public Admission knock(HostPort address) {
    if (closed.get()) {
      return new Admission.Declined("draining");
    }
    return sessions.count() < maxSessions
        ? new Admission.Admitted(address)
        : new Admission.Declined("full");
  }

  /** Nobody new from here on. */
  public void close() {
    closed.set(true);
  }

  public NodeLoad load() {
    return new NodeLoad(node, sessions.count(), 0, closed.get());
  }
}
