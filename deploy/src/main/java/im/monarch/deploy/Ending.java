package im.monarch.deploy;

import im.monarch.runtime.launch.Running;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a process ends: asked by SIGTERM, by Ctrl-C or by an operator over HTTP it lets everybody
 * leave, then exits with 0. Asked by a second signal it ends at once.
 */
final class Ending {

  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  /** For everything but people: the store, the cluster, listeners. */
  private static final long STOP_SECONDS = 30;

  private static final int DONE = 0;
  private static final int NOT_CLEANLY = 1;
  private static final int SIGNALLED = 128;

  private final Running running;
  private final long patience;
  private final AtomicBoolean begun = new AtomicBoolean();

  private Ending(Running running, long patience) {
    this.running = running;
    this.patience = patience;
  }

  static Ending of(Running running) {
    var drain = Endings.ofUsers(running.wiring().config());
    return new Ending(
        running,
        TimeUnit.MINUTES.toSeconds(drain.noticeMinutes()) + drain.within().toSeconds() + STOP_SECONDS);
  }

  /** From here on the process knows how to end. */
  void prepare() {
    for (var signal : new String[] {"TERM", "INT"}) {
      Signals.handle(signal, this::signalled);
    }
    running.wiring().drain().requested().onComplete(request -> begin());
    // Whatever else ends the process: there is no time for anybody then.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (begun.compareAndSet(false, true)) {
                    await(running::stop);
                  }
                },
                "monarch-stop"));
  }

  private void signalled(int number) {
    if (!begin()) {
      LOG.atWarn().log("asked a second time: ending at once");
      Runtime.getRuntime().halt(SIGNALLED + number);
    }
  }

  /** Whether it had not begun yet. */
  private boolean begin() {
    boolean first = begun.compareAndSet(false, true);
    if (first) {
      new Thread(() -> System.exit(await(running::drain)), "monarch-drain").start();
    }
    return first;
  }

  private int await(Course course) {
    LOG.atInfo().log("stopping");
    try {
      course.run().await(patience, TimeUnit.SECONDS);
      LOG.atInfo().log("stopped");
      return DONE;
    } catch (TimeoutException e) {
      LOG.atWarn().addKeyValue("seconds", patience).log("not stopped in time");
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("not stopped cleanly");
    }
    return NOT_CLEANLY;
  }

  /** What has to happen before the end. */
  @FunctionalInterface
  private interface Course {
    Future<Void> run();
  }
}
