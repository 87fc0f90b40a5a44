package im.monarch.switchboard.room;

import im.monarch.domain.switchboards.Guest;
import im.monarch.protocol.vocabulary.SwitchboardId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sessions of one process. Safe to share. */
public final class Hall {

  private static final Logger LOG = LoggerFactory.getLogger(Hall.class);

  /** A session that has just begun, and who began it. */
  public record Begun(Switchboard switchboard, Member owner) {}

  private record Abandoned(Switchboard switchboard, Instant until) {}

  private final int maxMembers;
  private final Duration keyLifetime;
  private final Clock clock;
  private final ConcurrentMap<SwitchboardId, Switchboard> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger members = new AtomicInteger();

  /** Sessions without members, in the order in which nobody can follow an invitation any more. */
  private final Queue<Abandoned> abandoned = new ConcurrentLinkedQueue<>();

  /**
   * @param maxMembers of one session, those on their way included
   * @param keyLifetime how long somebody may take to follow an invitation
   */
  public Hall(int maxMembers, Duration keyLifetime, Clock clock) {
    this.maxMembers = maxMembers;
    this.keyLifetime = keyLifetime;
    this.clock = clock;
  }

  /** A new session with {@code guest} in it, who hears of it through {@code ear}. */
  public Begun begin(Guest guest, Consumer<SbNews> ear) {
    closeAbandoned();
    var owner = new Member(guest, ear);
    while (true) {
      var id = new SwitchboardId(ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE));
      var switchboard = new Switchboard(id, this, owner);
      if (sessions.putIfAbsent(id, switchboard) == null) {
        entered();
        return new Begun(switchboard, owner);
      }
    }
  }

  public Optional<Switchboard> find(SwitchboardId id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** How many sessions there are. */
  public int sessions() {
    return sessions.size();
  }

  /** How many people are in all of them. */
  public int members() {
    return members.get();
  }

  private void closeAbandoned() {
    var now = now();
    for (var first = abandoned.peek();
        first != null && !now.isBefore(first.until());
        first = abandoned.peek()) {
      if (abandoned.remove(first)) {
        first.switchboard().lapse().onFailure(fault -> LOG.atError().setCause(fault).log("lapse"));
      }
    }
  }

  Instant now() {
    return clock.instant();
  }

  int maxMembers() {
    return maxMembers;
  }

  Duration keyLifetime() {
    return keyLifetime;
  }

  void entered() {
    members.incrementAndGet();
  }

  void left() {
    members.decrementAndGet();
  }

  void abandoned(Switchboard switchboard) {
    abandoned.add(new Abandoned(switchboard, now().plus(keyLifetime)));
  }

  void closed(Switchboard switchboard) {
    sessions.remove(switchboard.id(), switchboard);
  }
}
