package im.monarch.notification.node;

import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.runtime.config.DrainSection;
import im.monarch.runtime.drain.Drainable;
import im.monarch.runtime.drain.Patience;
import im.monarch.runtime.drain.Tempo;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The users of a notification node leave it: told some minutes before, if that was asked for, then
 * sent on one after the other, so that the nodes they go to are not overrun.
 */
public final class Evacuation implements Drainable {

  private static final Logger LOG = LoggerFactory.getLogger(Evacuation.class);

  private static final long TICK = 20;

  /** A part of the time goes to those who are still signing in when it begins. */
  private static final int PARTS = 4;

  /** What a client that was sent on takes to go. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Door door;
  private final LocalSessions sessions;
  private final DrainSection settings;
  private final boolean alone;

  /**
   * @param alone whether there is no other node, nor ever will be: sign-ins under way lead nowhere
   */
  public Evacuation(
      Vertx vertx, Door door, LocalSessions sessions, DrainSection settings, boolean alone) {
    this.vertx = vertx;
    this.door = door;
    this.sessions = sessions;
    this.settings = settings;
    this.alone = alone;
  }

  @Override
  public void close() {
    door.close();
  }

  @Override
  public Future<Void> empty() {
    return notice().compose(told -> leave());
  }

  private Future<Void> notice() {
    int minutes = settings.noticeMinutes();
    if (minutes == 0) {
      return Future.succeededFuture();
    }
    LOG.atInfo().addKeyValue("minutes", minutes).log("users are told that the server goes down");
    sessions.announce(new News.ShutDownSoon(minutes));
    return Patience.until(this::isEmpty, Duration.ofMinutes(minutes), vertx);
  }

  private Future<Void> leave() {
    var within = settings.within();
    long begun = System.nanoTime();
    return round(within.dividedBy(PARTS).multipliedBy(PARTS - 1L), () -> left(within, begun))
        .onSuccess(gone -> LOG.atInfo().addKeyValue("left", sessions.count()).log("users sent on"));
  }

  /** Those who were promised a place may come while the others go, and are sent on in the next. */
  private Future<Void> round(Duration within, Supplier<Duration> left) {
    return sendOn(sessions.handles(), within)
        .compose(sent -> Patience.until(this::isEmpty, shorter(PAUSE, left.get()), vertx))
        .compose(
            gone ->
                isEmpty() || left.get().isZero()
                    ? Future.succeededFuture()
                    : round(left.get(), left));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration left(Duration within, long begun) {
    var left = within.minusNanos(System.nanoTime() - begun);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private boolean nobodyIsComing() {
    return alone || door.waiting() == 0;
  }

  private boolean isEmpty() {
    return sessions.count() == 0 && nobodyIsComing();
  }

  private Future<Void> sendOn(List<Handle> users, Duration within) {
    if (users.isEmpty()) {
      return Future.succeededFuture();
    }
    var tempo = Tempo.of(users.size(), settings.usersPerSecond(), within);
    LOG.atInfo()
        .addKeyValue("users", users.size())
        .addKeyValue("perSecond", Math.round(tempo.perSecond()))
        .log("users are sent on");
    var sent = Promise.<Void>promise();
    new March(new ArrayDeque<>(users), tempo, sent).begin();
    return sent.future();
  }

  /** One after the other. */
  private final class March {

    private final Queue<Handle> users;
    private final Tempo tempo;
    private final Promise<Void> over;
    private final long begun = System.nanoTime();
    private long sent;

    March(Queue<Handle> users, Tempo tempo, Promise<Void> over) {
      this.users = users;
      this.tempo = tempo;
      this.over = over;
    }

    void begin() {
      step();
      if (!users.isEmpty()) {
        vertx.setPeriodic(TICK, this::tick);
      }
    }

    private void tick(long timer) {
      step();
      if (users.isEmpty()) {
        vertx.cancelTimer(timer);
      }
    }

    private void step() {
      long due = tempo.due(System.nanoTime() - begun);
      while (sent < due && !users.isEmpty()) {
        sessions.deliver(new News.MoveOn(), List.of(users.remove()));
        sent++;
      }
      if (users.isEmpty()) {
        over.tryComplete();
      }
    }
  }
}
