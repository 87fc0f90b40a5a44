package im.monarch.deploy.operate;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code monarch status -c FILE.json} */
@Command(
    name = "status",
    description = "Shows all servers of a service, as one of them knows them.",
    footer = {
      "", "Exits with 0 when all are well, with 1 when one is not or nobody answers.",
    })
public final class StatusCommand implements Callable<Integer> {

  private static final int NOT_WELL = 1;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Mixin private Target target;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    try (var management = target.reach()) {
      var service = management.get("/api/status");
      System.out.print(
          json ? service.encodePrettily() + System.lineSeparator() : StatusTable.of(service));
      return service.getBoolean("well") ? 0 : NOT_WELL;
    } catch (OperatorFault e) {
      System.err.println("monarch: " + e.getMessage());
      return NOT_WELL;
    }
  }
}
