package im.monarch.deploy.operate;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code monarch drain -c FILE.json --wait} */
@Command(
    name = "drain",
    description = "Asks a server to let everybody leave, and to end then.",
    footer = {
      "",
      "Exits with 0 when the server was asked, or with --wait when it has ended; otherwise with 1.",
    })
public final class DrainCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final long LOOK = 200;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Mixin private Target target;

  @Option(names = "--wait", description = "Waits until it has ended.")
  private boolean wait;

  @Option(
      names = "--at-most",
      paramLabel = "SECONDS",
      description = "How long to wait. Default: ${DEFAULT-VALUE}")
  private long seconds = 600;

  @Override
  public Integer call() {
    try (var management = target.reach()) {
      management.post("/api/drain");
      return !wait || ends(management) ? 0 : FAILED;
    } catch (OperatorFault e) {
      System.err.println("monarch: " + e.getMessage());
      return FAILED;
    }
  }

  private boolean ends(Management management) {
    try (var clock = Executors.newSingleThreadScheduledExecutor()) {
      var looking =
          clock.scheduleWithFixedDelay(
              () -> {
                if (!management.isThere()) {
                  throw new Gone();
                }
              },
              0,
              LOOK,
              TimeUnit.MILLISECONDS);
      try {
        looking.get(seconds, TimeUnit.SECONDS);
        return false;
      } catch (ExecutionException e) {
        return e.getCause() instanceof Gone;
      } catch (TimeoutException e) {
        System.err.println("monarch: it is still there after " + seconds + " seconds");
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } finally {
        clock.shutdownNow();
      }
    }
  }

  /** What ends the looking. */
  private static final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
