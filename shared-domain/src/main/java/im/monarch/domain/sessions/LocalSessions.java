package im.monarch.domain.sessions;

import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** The live sessions of this process, and the courier between them. Safe on any thread. */
public final class LocalSessions implements Courier {

  private record Seat(long epoch, Consumer<News> ear) {}

  private final ConcurrentMap<Handle, Seat> seats = new ConcurrentHashMap<>();

  /**
   * Seats a session that has just claimed its account; an older one of the account is told that it
   * was taken over and hears nothing more.
   *
   * @param ear where the session hears its news, on whatever thread
   */
  public void seat(Claim claim, Consumer<News> ear) {
    seats.merge(claim.handle(), new Seat(claim.epoch(), ear), LocalSessions::later);
  }

  /** The seat of the later session; the earlier one is told so. */
  private static Seat later(Seat held, Seat claimed) {
    boolean takenOver = held.epoch() < claimed.epoch();
    var winner = takenOver ? claimed : held;
    var loser = takenOver ? held : claimed;
    loser.ear().accept(new News.TakenOver(winner.epoch()));
    return winner;
  }

  /** Frees the seat of a session that is gone, unless a later one sits there. */
  public void leave(Claim claim) {
    seats.computeIfPresent(
        claim.handle(), (handle, held) -> held.epoch() == claim.epoch() ? null : held);
  }

  public int count() {
    return seats.size();
  }

  /** Who is here now. */
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
  public void announce(News news) {
    seats.values().forEach(seat -> seat.ear().accept(news));
  }

  @Override
  public void deliver(News news, Collection<Handle> receivers) {
    for (var receiver : receivers) {
      var seat = seats.get(receiver);
      if (seat != null) {
        seat.ear().accept(news);
      }
    }
  }
}
