package im.monarch.notification.node;

import im.monarch.domain.limits.SharedAllowance;
import im.monarch.domain.nodes.Admission;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.config.NotificationSection.SignIns;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Decides whether this node takes one more sign-in: as many at once as the node can bear, and no
 * more in a second. Who was promised to dispatch has a place kept for a while, one for each handle,
 * and needs no other one when they come. Safe on any thread.
 */
public final class Door {

  /** From XFR to USR I: a connection and three lines, over a slow network. */
  private static final long KEPT = Duration.ofSeconds(15).toNanos();

  private enum Obstacle {
    DRAINING("draining"),
    NO_LEASE("no lease"),
    FULL("full"),
    BUSY("busy");

    private final String reason;

    Obstacle(String reason) {
      this.reason = reason;
    }
  }

  private sealed interface Attempt {}

  private record Found(Place place) implements Attempt {}

  private record Barred(Obstacle obstacle) implements Attempt {}

  private record Promise(Handle handle, Place place, long until) {}

  /**
   * How much a node can bear.
   *
   * @param maxSessions people it holds at most, those who are signing in included
   */
  public record Capacity(int maxSessions, SignIns signIns) {}

  private final NodeId node;
  private final LocalSessions sessions;
  private final Capacity capacity;
  private final BooleanSupplier serves;
  private final SharedAllowance pace;
  private final LongSupplier nanoTime;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ConcurrentMap<Handle, Promise> promises = new ConcurrentHashMap<>();

  /** All promises, those that were kept or renewed too, in the order in which they end. */
  private final Queue<Promise> byAge = new ConcurrentLinkedQueue<>();

  /**
   * @param serves whether the node may hold sessions at all
   * @param nanoTime as {@link System#nanoTime}
   */
  public Door(
      NodeId node,
      LocalSessions sessions,
      Capacity capacity,
      BooleanSupplier serves,
      LongSupplier nanoTime) {
    this.node = node;
    this.sessions = sessions;
    this.capacity = capacity;
    this.serves = serves;
    this.pace = new SharedAllowance(capacity.signIns().rate(), nanoTime.getAsLong());
    this.nanoTime = nanoTime;
  }

  /** What dispatch is told when it wants to send {@code handle} to {@code address}. */
  public Admission knock(Handle handle, HostPort address) {
    forgetTheLate();
    if (isOpen() && renew(handle)) {
      return new Admission.Admitted(address);
    }
    return switch (attempt()) {
      case Found(var place) -> {
        promise(handle, place);
        yield new Admission.Admitted(address);
      }
      case Barred(var obstacle) -> new Admission.Declined(obstacle.reason);
    };
  }

  /** Dispatch asks again for somebody who has not come yet. */
  private boolean renew(Handle handle) {
    var held = promises.get(handle);
    if (held == null) {
      return false;
    }
    var renewed = new Promise(handle, held.place(), end());
    if (!promises.replace(handle, held, renewed)) {
      return false;
    }
    byAge.add(renewed);
    return true;
  }

  private void promise(Handle handle, Place place) {
    var made = new Promise(handle, place, end());
    var held = promises.put(handle, made);
    if (held != null) {
      held.place().leave();
    }
    byAge.add(made);
  }

  private long end() {
    return nanoTime.getAsLong() + KEPT;
  }

  /** Whether {@code handle}, who has come, may sign in; a promise is kept even by a closed door. */
  public Entry enter(Handle handle) {
    forgetTheLate();
    var promised = promises.remove(handle);
    if (promised != null) {
      return new Entry.Welcome(promised.place());
    }
    return switch (attempt()) {
      case Found(var place) -> new Entry.Welcome(place);
      case Barred(var obstacle) ->
          obstacle == Obstacle.BUSY ? new Entry.Busy() : new Entry.Elsewhere();
    };
  }

  private Attempt attempt() {
    if (closed.get()) {
      return new Barred(Obstacle.DRAINING);
    }
    if (!serves.getAsBoolean()) {
      return new Barred(Obstacle.NO_LEASE);
    }
    int underWay = waiting.incrementAndGet();
    if (sessions.count() + underWay > capacity.maxSessions()) {
      return bar(Obstacle.FULL);
    }
    if (underWay > capacity.signIns().maxWaiting() || !pace.take(nanoTime.getAsLong())) {
      return bar(Obstacle.BUSY);
    }
    return new Found(new Place(waiting::decrementAndGet));
  }

  private Attempt bar(Obstacle obstacle) {
    waiting.decrementAndGet();
    return new Barred(obstacle);
  }

  private void forgetTheLate() {
    long now = nanoTime.getAsLong();
    for (var oldest = byAge.peek();
        oldest != null && now - oldest.until() > 0;
        oldest = byAge.peek()) {
      if (byAge.remove(oldest) && promises.remove(oldest.handle(), oldest)) {
        oldest.place().leave();
      }
    }
  }

  /** Nobody new from here on, but who was promised. */
  public void close() {
    closed.set(true);
  }

  private boolean isOpen() {
    return !closed.get() && serves.getAsBoolean();
  }

  /** Sign-ins under way, those that dispatch was promised included. */
  public int waiting() {
    forgetTheLate();
    return waiting.get();
  }

  public NodeLoad load() {
    return new NodeLoad(node, sessions.count(), waiting(), !isOpen());
  }
}
