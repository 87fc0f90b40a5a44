package im.monarch.runtime.cluster;

import im.monarch.domain.presence.Directory;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round the sessions of this node and tells them what the directory says about themselves and
 * those they follow, many sessions with one question. Takes its time, unless there is reason to
 * believe that something got lost. A session that could not be compared, or that the directory did
 * not know, was out of reach of news and is compared again soon.
 */
final class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private static final long TICK = 200;

  /** How long a round takes that somebody waits for. */
  private static final Duration IN_A_HURRY = Duration.ofSeconds(2);

  /** A session in a long turn is left out. */
  private static final long ANSWER_WITHIN = 1_000;

  private static final int MOST_SESSIONS = 400;

  /** After a look-up that came in time the next one may be larger by one in so many sessions. */
  private static final int GROWTH = 4;

  private final ContextInternal home;
  private final Here here;
  private final Directory directory;
  private final Runnable sweep;
  private final Duration period;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final Queue<Handle> ahead = new ArrayDeque<>();
  private final Set<Handle> doubtful = new HashSet<>();
  private final ListDoubts listDoubts;
  private long timer;
  private int pace;

  /** How many sessions one look-up is made for at most: fewer after one that took too long. */
  private int most = MOST_SESSIONS;

  private long due;
  private long began;
  private boolean busy;

  /**
   * @param home where everything is called but {@link #hurry} and {@link #listsInDoubt}
   * @param sweep what every round of all sessions begins with
   * @param period between the beginnings of two rounds
   */
  Rounds(ContextInternal home, Here here, Directory directory, Runnable sweep, Duration period) {
    this.home = home;
    this.here = here;
    this.directory = directory;
    this.sweep = sweep;
    this.period = period;
    this.listDoubts = new ListDoubts(here, IN_A_HURRY.toMillis() / TICK);
    this.due = System.nanoTime() + ThreadLocalRandom.current().nextLong(period.toNanos());
  }

  void begin() {
    timer = home.owner().setPeriodic(TICK, tick -> go());
  }

  void end() {
    home.owner().cancelTimer(timer);
  }

  /** The next round is to begin when this one is over. Safe on any thread. */
  void hurry() {
    wanted.set(true);
  }

  /**
   * The sessions may have missed edits by others. They are told soon, a few at a time. Safe on any
   * thread.
   */
  void listsInDoubt() {
    listDoubts.everybody();
  }

  private void go() {
    listDoubts.tick();
    if (busy) {
      return;
    }
    if (ahead.isEmpty()) {
      beginRound(System.nanoTime());
    }
    var some = new ArrayList<Handle>();
    while (some.size() < Math.min(pace, most) && !ahead.isEmpty()) {
      some.add(ahead.remove());
    }
    if (!some.isEmpty()) {
      busy = true;
      check(some).onComplete(checked -> busy = false);
    }
  }

  private void beginRound(long now) {
    boolean hurried = wanted.getAndSet(false);
    if (hurried || now - due >= 0) {
      due = now + period.toNanos();
      sweep.run();
      var all = here.sessions().handles();
      listDoubts.stay(all);
      begin(all, hurried ? IN_A_HURRY : period, now);
    } else if (!doubtful.isEmpty() && now - began >= IN_A_HURRY.toNanos()) {
      begin(doubtful, IN_A_HURRY, now);
    }
  }

  /** In the order they have: so the time between two comparisons of a session is the period. */
  private void begin(Collection<Handle> some, Duration within, long now) {
    began = now;
    ahead.addAll(some);
    doubtful.clear();
    long ticks = Math.max(1, within.toMillis() / TICK);
    pace = Math.clamp(ahead.size() / ticks + 1, 1, MOST_SESSIONS);
  }

  private Future<Void> check(List<Handle> some) {
    var answers = new LinkedHashMap<Handle, Future<Set<Handle>>>();
    for (var handle : some) {
      Promise<Set<Handle>> answer = home.promise();
      if (here.sessions().reach(new News.RollCall(answer), List.of(handle)).isEmpty()) {
        answers.put(handle, answer.future().timeout(ANSWER_WITHIN, TimeUnit.MILLISECONDS));
      }
    }
    return answers.isEmpty()
        ? Future.succeededFuture()
        : Future.join(List.copyOf(answers.values())).transform(all -> lookUp(answers));
  }

  /** Those who have not answered in time would take what they hear now for later than it is. */
  private Future<Void> lookUp(Map<Handle, Future<Set<Handle>>> answers) {
    var asked = Set.copyOf(answers.keySet());
    answers.values().removeIf(Future::failed);
    var handles = new HashSet<Handle>();
    answers.values().forEach(answer -> handles.addAll(answer.result()));
    return directory
        .find(handles)
        .onSuccess(
            known -> {
              most = Math.min(MOST_SESSIONS, most + most / GROWTH + 1);
              here.sessions().deliver(new News.Found(known), answers.keySet());
              asked.forEach(
                  one -> judge(one, answers.containsKey(one), Optional.ofNullable(known.get(one))));
            })
        .onFailure(
            fault -> {
              LOG.atInfo().log("sessions not compared: {}", fault.toString());
              most = Math.max(1, asked.size() / 2);
              doubtful.addAll(asked);
            })
        .mapEmpty();
  }

  private void judge(Handle session, boolean compared, Optional<Whereabouts> entry) {
    boolean found = isHere(entry);
    if (!compared || !found) {
      doubtful.add(session);
    }
    if (found) {
      listDoubts.known(session);
    } else if (compared) {
      listDoubts.unknown(session);
    }
  }

  private boolean isHere(Optional<Whereabouts> entry) {
    return entry.filter(it -> it.node().equals(here.node())).isPresent();
  }
}
