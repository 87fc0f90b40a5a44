package im.monarch.runtime.cluster;

import im.monarch.domain.presence.Directory;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * believe that something got lost.
 */
final class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private static final long TICK = 200;

  /** How long a round takes that somebody waits for. */
  private static final Duration IN_A_HURRY = Duration.ofSeconds(2);

  /** A session in a long turn is left out. */
  private static final long ANSWER_WITHIN = 1_000;

  private static final int MOST_SESSIONS = 400;

  private final ContextInternal home;
  private final LocalSessions sessions;
  private final Directory directory;
  private final Duration period;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final Queue<Handle> ahead = new ArrayDeque<>();
  private long timer;
  private int pace;
  private long due;
  private boolean busy;

  /**
   * @param home where everything but {@link #hurry} is called
   * @param period between the beginnings of two rounds
   */
  Rounds(ContextInternal home, LocalSessions sessions, Directory directory, Duration period) {
    this.home = home;
    this.sessions = sessions;
    this.directory = directory;
    this.period = period;
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

  private void go() {
    if (busy) {
      return;
    }
    if (ahead.isEmpty()) {
      beginRound(System.nanoTime());
    }
    var some = new ArrayList<Handle>();
    while (some.size() < pace && !ahead.isEmpty()) {
      some.add(ahead.remove());
    }
    if (!some.isEmpty()) {
      busy = true;
      check(some).onComplete(checked -> busy = false);
    }
  }

  private void beginRound(long now) {
    boolean hurried = wanted.getAndSet(false);
    if (!hurried && now - due < 0) {
      return;
    }
    due = now + period.toNanos();
    var everybody = new ArrayList<>(sessions.handles());
    Collections.shuffle(everybody, ThreadLocalRandom.current());
    ahead.addAll(everybody);
    long ticks = Math.max(1, (hurried ? IN_A_HURRY : period).toMillis() / TICK);
    pace = Math.clamp(everybody.size() / ticks + 1, 1, MOST_SESSIONS);
  }

  private Future<Void> check(List<Handle> some) {
    var answers = new LinkedHashMap<Handle, Future<Set<Handle>>>();
    for (var handle : some) {
      Promise<Set<Handle>> answer = home.promise();
      if (sessions.reach(new News.RollCall(answer), List.of(handle)).isEmpty()) {
        answers.put(handle, answer.future().timeout(ANSWER_WITHIN, TimeUnit.MILLISECONDS));
      }
    }
    return answers.isEmpty()
        ? Future.succeededFuture()
        : Future.join(List.copyOf(answers.values())).transform(all -> lookUp(answers));
  }

  /** Those who have not answered in time would take what they hear now for later than it is. */
  private Future<Void> lookUp(Map<Handle, Future<Set<Handle>>> answers) {
    answers.values().removeIf(Future::failed);
    var handles = new HashSet<Handle>();
    answers.values().forEach(answer -> handles.addAll(answer.result()));
    return directory
        .find(handles)
        .onSuccess(known -> sessions.deliver(new News.Found(known), answers.keySet()))
        .onFailure(fault -> LOG.atInfo().log("sessions not compared: {}", fault.toString()))
        .mapEmpty();
  }
}
