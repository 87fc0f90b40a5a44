package im.monarch.deploy;

import im.monarch.runtime.config.ConfigSource;
import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.launch.Running;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code monarch demo} */
@Command(name = "demo", description = "Starts a server with three accounts, to try it.")
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where accounts are kept. Default: ${DEFAULT-VALUE}")
  private Path data = Path.of("data", "demo");

  @Override
  public Integer call() {
    return Server.start(new ConfigSource.Inline(config()), List.of(), DemoCommand::welcome);
  }

  /** The defaults, except that VER is answered so that every client understands it. */
  private JsonObject config() {
    var path = data.resolve("monarch").toString();
    var verReply = new JsonObject().put("verReply", "echo-cvr0");
    return new JsonObject()
        .put("node", new JsonObject().put("name", "demo"))
        .put("store", new JsonObject().put("path", path))
        .put("dispatch", verReply)
        .put("notification", verReply.copy())
        .put("echo", new JsonObject().put("handle", DemoPeople.ECHO));
  }

  private static Future<Void> welcome(MonarchConfig config, Running running) {
    return DemoPeople.settle(running.wiring().store())
        .compose(settled -> Server.Announcement.START_LINES.make(config, running))
        .onSuccess(announced -> System.out.print(DemoPeople.introduction(config)));
  }
}
