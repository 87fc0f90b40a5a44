package im.monarch.deploy;

import im.monarch.runtime.config.ConfigSource;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code monarch run -c FILE.json --roles dispatch,notification} */
@Command(
    name = "run",
    description = "Starts a server.",
    footer = {
      "",
      "Environment variables (MONARCH_DISPATCH_LISTEN) and system properties",
      "(-Dmonarch.dispatch.listen) win over the file. Once everything listens, standard output",
      "has a line for every address, \"listening ROLE HOST:PORT\", and then \"monarch ready\".",
    })
final class RunCommand implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Option(
      names = {"-c", "--conf", "-conf"},
      paramLabel = "FILE",
      description = "Configuration in JSON; without one, everything has its default.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--roles",
      split = ",",
      paramLabel = "ROLE",
      description =
          "What to run: dispatch, notification, switchboard, passport. Default: what the file"
              + " says.")
  private List<String> roles = List.of();

  @Override
  public Integer call() {
    return Server.start(source(), roles, Server.Announcement.START_LINES);
  }

  private ConfigSource source() {
    return file.<ConfigSource>map(ConfigSource.File::new)
        .orElseGet(() -> new ConfigSource.Inline(new JsonObject()));
  }
}
