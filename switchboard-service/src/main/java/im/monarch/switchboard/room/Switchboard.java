package im.monarch.switchboard.room;

import im.monarch.domain.switchboards.Guest;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.SwitchboardId;
import im.monarch.switchboard.room.Entry.Entered;
import im.monarch.switchboard.room.Entry.NotExpected;
import im.monarch.switchboard.room.Expected.Arrival;
import im.monarch.switchboard.room.SbNews.Arrived;
import im.monarch.switchboard.room.SbNews.Departed;
import im.monarch.switchboard.room.SbNews.Left;
import im.monarch.switchboard.room.SbNews.Said;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One session. Everything that happens in it happens in a turn, one after the other, and everybody
 * hears of it in that order; so nobody can hear from somebody who has not come yet, or has left.
 * Any thread may call.
 */
public final class Switchboard {

  private final SwitchboardId id;
  private final Hall hall;
  private final Turns turns = new Turns();
  private final Map<Handle, Member> members = new LinkedHashMap<>(4);
  private final Expected expected = new Expected();

  /** A session that {@code owner} has begun. */
  Switchboard(SwitchboardId id, Hall hall, Member owner) {
    this.id = id;
    this.hall = hall;
    members.put(owner.handle(), owner);
  }

  public SwitchboardId id() {
    return id;
  }

  /** Expects {@code callee} from now on, if that is possible. */
  public Future<Reply> invite(Handle callee) {
    return turns.take(() -> expect(callee));
  }

  private Reply expect(Handle callee) {
    var now = hall.now();
    if (members.containsKey(callee) || expected.includes(callee, now)) {
      return Reply.ALREADY_THERE;
    }
    if (members.size() + expected.count(now) >= hall.maxMembers()) {
      return Reply.FULL;
    }
    expected.add(callee, now.plus(hall.keyLifetime()));
    return Reply.EXPECTED;
  }

  /** The client of {@code guest} was rung; lets them in if they are at the door already. */
  public Future<Void> confirm(Guest guest) {
    return turns.run(
        () ->
            expected
                .confirm(guest)
                .ifPresent(one -> one.entry().complete(enter(guest, one.ear()))));
  }

  /** Nobody waits for {@code callee} any more. */
  public Future<Void> withdraw(Handle callee) {
    return turns.run(
        () -> {
          expected.remove(callee).ifPresent(one -> one.entry().complete(new NotExpected()));
          closeIfEmpty();
        });
  }

  /** {@code handle} follows an invitation; waits until it is known that their client was rung. */
  public Future<Entry> answer(Handle handle, Consumer<SbNews> ear) {
    var arrival = new Arrival(ear, Promise.promise());
    return turns.run(() -> knock(handle, arrival)).compose(knocked -> arrival.entry().future());
  }

  private void knock(Handle handle, Arrival arrival) {
    var guest = expected.guest(handle);
    if (guest.isPresent()) {
      arrival.entry().complete(enter(guest.get(), arrival.ear()));
    } else if (!expected.await(handle, arrival)) {
      arrival.entry().complete(new NotExpected());
    }
  }

  private Entry enter(Guest guest, Consumer<SbNews> ear) {
    var self = new Member(guest, ear);
    var others = members.values().stream().map(Member::participant).toList();
    expected.remove(self.handle());
    tellOthers(self, new Arrived(self.participant()));
    members.put(self.handle(), self);
    hall.entered();
    return new Entered(guest, self, others);
  }

  /** Hands on what {@code speaker} said; yields whether there was anybody to hear it. */
  public Future<Boolean> say(Member speaker, Payload said) {
    return turns.take(
        () -> {
          if (!isIn(speaker) || members.size() == 1) {
            return false;
          }
          tellOthers(speaker, new Said(speaker.line(said)));
          return true;
        });
  }

  /**
   * {@code member} leaves, or is gone; doing so again changes nothing.
   *
   * @param idle whether because nothing had happened for too long
   */
  public Future<Void> leave(Member member, boolean idle) {
    return turns.run(
        () -> {
          if (members.remove(member.handle(), member)) {
            hall.left();
            tellOthers(member, new Departed(member.handle(), idle));
            member.hear(new Left());
            closeIfEmpty();
          }
        });
  }

  /** Closes the session if nobody is in it or on the way. */
  Future<Void> lapse() {
    return turns.run(this::closeIfEmpty);
  }

  /** A session without members goes on for as long as somebody may still follow an invitation. */
  private void closeIfEmpty() {
    if (!members.isEmpty()) {
      return;
    }
    if (expected.count(hall.now()) == 0) {
      hall.closed(this);
    } else {
      hall.abandoned(this);
    }
  }

  private boolean isIn(Member member) {
    return members.get(member.handle()) == member;
  }

  private void tellOthers(Member one, SbNews news) {
    for (var member : members.values()) {
      if (member != one) {
        member.hear(news);
      }
    }
  }
}
