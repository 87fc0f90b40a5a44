package im.monarch.domain.sessions;

import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The live sessions of this process, and the courier between them. Safe on any thread. */
public final class LocalSessions implements AllSessions {

  /** How long a sign-in can be between its claim and its seat. */
  private static final Duration SIGN_IN = Duration.ofMinutes(1);

  /** How often evictions that no sign-in can be late for are looked for: that takes all of them. */
  private static final Duration SWEEP = Duration.ofSeconds(1);

  private record Seat(long epoch, Consumer<News> ear) {}

  private record Eviction(long epoch, long at) {

    static Eviction later(Eviction known, Eviction fresh) {
      return known.epoch() > fresh.epoch() ? known : fresh;
    }

    /** Whether no sign-in can be late for it any more. */
    boolean isOver(long now) {
      return now - at > SIGN_IN.toNanos();
    }
  }

  private final ConcurrentMap<Handle, Seat> seats = new ConcurrentHashMap<>();

  /**
   * For sessions not seated yet that a later one has overtaken; added to while the seat is held.
   */
  private final ConcurrentMap<Handle, Eviction> evictions = new ConcurrentHashMap<>();

  private final AtomicInteger farewells = new AtomicInteger();
  private final LongSupplier nanoTime;
  private final AtomicLong swept;

  public LocalSessions() {
    this(System::nanoTime);
  }

  LocalSessions(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    swept = new AtomicLong(nanoTime.getAsLong());
  }

  /**
   * Seats a session that has just claimed its account; an older one of the account is told that it
   * was taken over and hears nothing more. So is this one, if it was evicted before it came, or a
   * later one has come and gone.
   *
   * @param ear where the session hears its news, on whatever thread
   */
  public void seat(Claim claim, Consumer<News> ear) {
    var seat = new Seat(claim.epoch(), ear);
    long now = nanoTime.getAsLong();
    seats.compute(
        claim.handle(),
        (handle, held) -> {
          var eviction = evictions.get(handle);
          if (eviction != null && !eviction.isOver(now) && eviction.epoch() > claim.epoch()) {
            ear.accept(new News.TakenOver(eviction.epoch()));
            return held;
          }
          return held == null ? seat : later(held, seat);
        });
  }

  /** The seat of the later session; the earlier one is told so. */
  private static Seat later(Seat held, Seat claimed) {
    boolean takenOver = held.epoch() < claimed.epoch();
    var winner = takenOver ? claimed : held;
    var loser = takenOver ? held : claimed;
    loser.ear().accept(new News.TakenOver(winner.epoch()));
    return winner;
  }

  /**
   * Frees the seat of a session that is gone, unless a later one sits there. Earlier ones find
   * none, even if their sign-ins are slower than all of this one was.
   */
  public void leave(Claim claim) {
    long now = nanoTime.getAsLong();
    sweep(now);
    seats.computeIfPresent(
        claim.handle(),
        (handle, held) -> {
          if (held.epoch() != claim.epoch()) {
            return held;
          }
          remember(handle, new Eviction(claim.epoch(), now));
          return null;
        });
  }

  /**
   * A session that has left is not gone before {@code farewell}: others still have to hear of it.
   */
  public void bids(Future<?> farewell) {
    farewells.incrementAndGet();
    farewell.onComplete(said -> farewells.decrementAndGet());
  }

  /** Whether nobody is here any more, and everybody who was has said so. */
  public boolean isEmpty() {
    return seats.isEmpty() && farewells.get() == 0;
  }

  /**
   * The account has a session of {@code epoch} at another node: an earlier one here is told so and
   * loses its seat, even if it comes to it only later.
   */
  public void evict(Handle account, long epoch) {
    long now = nanoTime.getAsLong();
    sweep(now);
    seats.compute(
        account,
        (handle, held) -> {
          if (held != null && held.epoch() >= epoch) {
            return held;
          }
          remember(handle, new Eviction(epoch, now));
          if (held != null) {
            held.ear().accept(new News.TakenOver(epoch));
          }
          return null;
        });
  }

  private void remember(Handle account, Eviction fresh) {
    evictions.merge(account, fresh, Eviction::later);
  }

  /** Forgets what is too old, if nobody has done so just now. */
  private void sweep(long now) {
    long last = swept.get();
    if (now - last > SWEEP.toNanos() && swept.compareAndSet(last, now)) {
      evictions.values().removeIf(eviction -> eviction.isOver(now));
    }
  }

  @Override
  public int count() {
    return seats.size();
  }

  /** The accounts that have a session here. */
  public List<Handle> handles() {
    return List.copyOf(seats.keySet());
  }

  /** Lets the session of the callee decide about {@code invitation}; nobody there is an answer. */
  public Future<RingAnswer> ring(Invitation invitation) {
    var seat = seats.get(invitation.callee());
    if (seat == null) {
      return Future.succeededFuture(new RingAnswer.NotReachable());
    }
    var answer = Promise.<RingAnswer>promise();
    seat.ear().accept(new News.Invited(invitation, answer));
    return answer.future();
  }

  /** Tells every session of this process. */
  @Override
  public void announce(News news) {
    seats.values().forEach(seat -> seat.ear().accept(news));
  }

  @Override
  public Future<Void> takeOver(Claim claim) {
    return Future.succeededFuture(); // whoever is seated here took the seat of the other
  }

  @Override
  public void deliver(News news, Collection<Handle> receivers) {
    reach(news, receivers);
  }

  /** Delivers; yields those who have no session here, in no order. */
  public List<Handle> reach(News news, Collection<Handle> receivers) {
    List<Handle> missed = List.of();
    for (var receiver : receivers) {
      var seat = seats.get(receiver);
      if (seat != null) {
        seat.ear().accept(news);
      } else if (missed.isEmpty()) {
        missed = new ArrayList<>(List.of(receiver));
      } else {
        missed.add(receiver);
      }
    }
    return missed;
  }
}
