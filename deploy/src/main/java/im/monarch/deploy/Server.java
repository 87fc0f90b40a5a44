package im.monarch.deploy;

import im.monarch.runtime.cluster.VertxStart;
import im.monarch.runtime.config.ConfigException;
import im.monarch.runtime.config.ConfigLoader;
import im.monarch.runtime.config.ConfigSource;
import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.launch.Launch;
import im.monarch.runtime.launch.Role;
import im.monarch.runtime.launch.Running;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a process as its configuration says, and sees to its end. */
final class Server {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final List<Role> ROLES =
      List.of(
          new DispatchRole(), new NotificationRole(), new SwitchboardRole(), new PassportRole());
  private static final int FAILED = 1;
  private static final int NOT_USABLE = 2;

  private Server() {}

  /** What is said once everything listens. */
  @FunctionalInterface
  interface Announcement {

    /** One line for every address, and then that the process is ready. */
    Announcement START_LINES =
        (config, running) -> {
          running.listening().forEach(System.out::println);
          System.out.println("monarch ready");
          return Future.succeededFuture();
        };

    Future<Void> make(MonarchConfig config, Running running);
  }

  /** Yields 0 when the process has started and goes on, another exit status when it has not. */
  static int start(ConfigSource source, List<String> roles, Announcement announcement) {
    try {
      var alone = VertxStart.alone();
      var config = config(alone, source, roles);
      announcement.make(config, launch(alone, config)).await();
      return 0;
    } catch (ConfigException e) {
      System.err.println("monarch: the configuration is not usable:");
      e.problems().forEach(System.err::println);
      return NOT_USABLE;
    } catch (StartFault e) {
      LOG.atDebug().setCause(e).log("not started");
      System.err.println("monarch: " + e.getMessage());
      return FAILED;
    }
  }

  private static MonarchConfig config(Vertx alone, ConfigSource source, List<String> roles)
      throws ConfigException {
    return new ConfigLoader(alone)
        .load(source, roles)
        .recover(fault -> alone.close().transform(closed -> Future.failedFuture(fault)))
        .await();
  }

  /** Called by the main thread: a Vert.x is not made on another one's event loop. */
  private static Running launch(Vertx alone, MonarchConfig config) throws StartFault {
    var running =
        new Launch(config, ROLES, new SqlStore())
            .start(alone)
            .recover(fault -> Future.failedFuture(new StartFault(config, fault)))
            .await();
    Ending.of(running).prepare();
    return running;
  }
}
