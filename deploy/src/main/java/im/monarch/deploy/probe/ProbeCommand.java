package im.monarch.deploy.probe;

import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.cluster.VertxStart;
import im.monarch.runtime.config.ConfigException;
import im.monarch.runtime.config.ConfigLoader;
import im.monarch.runtime.config.ConfigSource;
import im.monarch.runtime.config.MonarchConfig;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code monarch probe HANDLE} */
@Command(
    name = "probe",
    description =
        "Signs in like a client and shows what both sides say; exit status 0 if it works.")
public final class ProbeCommand implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  private static final String VARIABLE = "MONARCH_PASSWORD";

  @Parameters(paramLabel = "HANDLE", description = "Who signs in, such as alice@example.com.")
  private String handle = "";

  @Option(
      names = "--password",
      arity = "0..1",
      interactive = true,
      echo = false,
      paramLabel = "PASSWORD",
      description = "Asked for without a value, or when " + VARIABLE + " is not set either.")
  private Optional<String> password = Optional.empty();

  @Option(
      names = {"-c", "--conf", "-conf"},
      paramLabel = "FILE",
      description = "Configuration of the server: says where it listens.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--dispatch",
      paramLabel = "HOST:PORT",
      description = "Where dispatch listens, if not as configured.")
  private Optional<HostPort> dispatch = Optional.empty();

  @Option(
      names = "--https",
      paramLabel = "HOST:PORT",
      description = "Where Passport listens, if not as configured.")
  private Optional<HostPort> https = Optional.empty();

  @Option(
      names = "--rst",
      description = "Gets the ticket over SOAP (RST.srf), as MSN Messenger 7.5 does.")
  private boolean rst;

  @Override
  public Integer call() {
    try {
      var config = config();
      var target =
          new Probe.Target(
              dispatch.orElse(config.dispatch().listen()),
              https.orElse(config.passport().https()),
              rst ? Probe.Login.RST : Probe.Login.TWEENER);
      return run(target, new Handle(handle).address(), password());
    } catch (ConfigException e) {
      System.err.println("monarch: the configuration is not usable:");
      e.problems().forEach(System.err::println);
    } catch (IllegalArgumentException e) {
      System.err.println("monarch: " + e.getMessage());
    }
    return 2;
  }

  private static int run(Probe.Target target, String handle, String password) {
    long start = System.nanoTime();
    try {
      new Probe(target, handle, password, new Dialogue(System.out)).run();
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.println("OK: " + handle + " signed in and out in " + millis + " ms");
      return 0;
    } catch (ProbeFailure e) {
      System.out.println("FAILED: " + e.getMessage());
      System.out.println("Check: " + e.check());
      return 1;
    }
  }

  private MonarchConfig config() throws ConfigException {
    var vertx = VertxStart.alone();
    try {
      var source =
          file.<ConfigSource>map(ConfigSource.File::new)
              .orElseGet(() -> new ConfigSource.Inline(new JsonObject()));
      return new ConfigLoader(vertx).load(source, List.of()).await();
    } finally {
      vertx.close().await();
    }
  }

  private String password() {
    return password
        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
        .or(ProbeCommand::typed)
        .orElseThrow(
            () -> new IllegalArgumentException("no password: use --password or " + VARIABLE));
  }

  private static Optional<String> typed() {
    return Optional.ofNullable(System.console())
        .map(console -> console.readPassword("Password: "))
        .map(String::new);
  }
}
