package im.monarch.domain.switchboards;

import im.monarch.domain.switchboards.Purpose.Answering;
import im.monarch.domain.switchboards.Purpose.Beginning;
import im.monarch.domain.switchboards.Redemption.Granted;
import im.monarch.domain.switchboards.Redemption.Reason;
import im.monarch.domain.switchboards.Redemption.Refused;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.SwitchboardId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/**
 * The keys a node has issued and not seen again. A key is bound to one user and one purpose, is
 * good once, and not for long; presenting it uses it up, whatever comes of it. Safe to share.
 */
public final class KeyRing {

  private record Issued(Handle holder, Purpose purpose, Instant end) {}

  private record End(Key key, Instant at) {}

  private final Duration lifetime;
  private final Clock clock;
  private final ConcurrentMap<Key, Issued> issued = new ConcurrentHashMap<>();

  /** In the order in which they were issued, which is the order in which they end. */
  private final Queue<End> ends = new ConcurrentLinkedQueue<>();

  public KeyRing(Duration lifetime, Clock clock) {
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** A key for {@code holder} only. */
  public Key issue(Handle holder, Purpose purpose) {
    var now = clock.instant();
    sweep(now);
    var key = Key.fresh();
    var end = now.plus(lifetime);
    issued.put(key, new Issued(holder, purpose, end));
    ends.add(new End(key, end));
    return key;
  }

  /** {@code holder} wants to begin a session. */
  public Redemption<Beginning> begin(Key key, Handle holder) {
    return switch (take(key, holder)) {
      case Granted<Purpose>(Beginning beginning) -> new Granted<>(beginning);
      case Granted<Purpose>(Answering answering) -> new Refused<>(Reason.FOREIGN);
      case Refused<Purpose>(var reason) -> new Refused<>(reason);
    };
  }

  /** {@code holder} wants to enter {@code session}. */
  public Redemption<Answering> answer(Key key, Handle holder, SwitchboardId session) {
    return switch (take(key, holder)) {
      case Granted<Purpose>(Answering answering) when answering.session().equals(session) ->
          new Granted<>(answering);
      case Granted<Purpose> other -> new Refused<>(Reason.FOREIGN);
      case Refused<Purpose>(var reason) -> new Refused<>(reason);
    };
  }

  private Redemption<Purpose> take(Key key, Handle holder) {
    var found = issued.remove(key);
    if (found == null) {
      return new Refused<>(Reason.UNKNOWN);
    }
    if (!found.holder().equals(holder)) {
      return new Refused<>(Reason.FOREIGN);
    }
    return clock.instant().isBefore(found.end())
        ? new Granted<>(found.purpose())
        : new Refused<>(Reason.LATE);
  }

  /** Takes back a key that nobody was given, or that is not to be used any more. */
  public void revoke(Key key) {
    issued.remove(key);
  }

  /** How many keys are out. */
  int size() {
    return issued.size();
  }

  private void sweep(Instant now) {
    for (var first = ends.peek(); first != null && !first.at().isAfter(now); first = ends.peek()) {
      if (ends.remove(first)) {
        issued.remove(first.key());
      }
    }
  }
}
