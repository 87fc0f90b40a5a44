package im.monarch.switchboard.room;

import im.monarch.domain.switchboards.Guest;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Who was invited to a session and is not in yet. Changes in the turns of its session only. */
final class Expected {

  /** Somebody who is at the door before it is known that their client was rung. */
  record Arrival(Consumer<SbNews> ear, Promise<Entry> entry) {}

  private record Invited(Instant until, Optional<Guest> guest, Optional<Arrival> arrival) {}

  private final Map<Handle, Invited> invited = new HashMap<>(4);

  boolean includes(Handle handle, Instant now) {
    dropLate(now);
    return invited.containsKey(handle);
  }

  int count(Instant now) {
    dropLate(now);
    return invited.size();
  }

  private void dropLate(Instant now) {
    invited.values().removeIf(one -> one.arrival().isEmpty() && !now.isBefore(one.until()));
  }

  void add(Handle handle, Instant until) {
    invited.put(handle, new Invited(until, Optional.empty(), Optional.empty()));
  }

  /** Their client was rung; yields them if they are at the door already. */
  Optional<Arrival> confirm(Guest guest) {
    var handle = guest.participant().handle();
    var one = Optional.ofNullable(invited.get(handle));
    one.ifPresent(
        it -> invited.put(handle, new Invited(it.until(), Optional.of(guest), it.arrival())));
    return one.flatMap(Invited::arrival);
  }

  /** Who is at the door; none before it is known that they were rung. */
  Optional<Guest> guest(Handle handle) {
    return Optional.ofNullable(invited.get(handle)).flatMap(Invited::guest);
  }

  /** Lets somebody wait at the door; yields whether they are invited. */
  boolean await(Handle handle, Arrival arrival) {
    var one = Optional.ofNullable(invited.get(handle));
    one.ifPresent(
        it -> invited.put(handle, new Invited(it.until(), it.guest(), Optional.of(arrival))));
    return one.isPresent();
  }

  /** Nobody waits for them any more; yields them if they are at the door. */
  Optional<Arrival> remove(Handle handle) {
    return Optional.ofNullable(invited.remove(handle)).flatMap(Invited::arrival);
  }
}
