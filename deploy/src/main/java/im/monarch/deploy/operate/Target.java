package im.monarch.deploy.operate;

import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.cluster.VertxStart;
import im.monarch.runtime.config.ConfigException;
import im.monarch.runtime.config.ConfigLoader;
import im.monarch.runtime.config.ConfigSource;
import im.monarch.runtime.config.MonarchConfig;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which process is asked, and with which token. */
final class Target {

  @Option(
      names = {"-c", "--conf"},
      paramLabel = "FILE",
      description = "Its configuration, which says where it listens and what the token is.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--management",
      paramLabel = "HOST:PORT",
      description = "Its management listener. Default: what the configuration says.")
  private Optional<HostPort> address = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "The admin token. Default: what the configuration says, or the file that the process has"
              + " made.")
  private Optional<Path> tokenFile = Optional.empty();

  Management reach() throws OperatorFault {
    var config = config();
    return new Management(
        address.orElseGet(() -> config.management().listen()), token(config));
  }

  private MonarchConfig config() throws OperatorFault {
    var source =
        file.<ConfigSource>map(ConfigSource.File::new)
            .orElseGet(() -> new ConfigSource.Inline(new JsonObject()));
    try {
      return load(source);
    } catch (ConfigException e) {
      throw new OperatorFault(
          e.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
  }

  private static MonarchConfig load(ConfigSource source) throws ConfigException {
    var vertx = VertxStart.alone();
    try {
      return new ConfigLoader(vertx).load(source, List.of()).await();
    } finally {
      vertx.close().await();
    }
  }

  private String token(MonarchConfig config) throws OperatorFault {
    var configured = config.management().adminToken();
    if (tokenFile.isEmpty() && configured.isPresent()) {
      return configured.get();
    }
    var path = tokenFile.orElseGet(() -> config.store().beside("admin-token"));
    try {
      return Files.readString(path).strip();
    } catch (IOException e) {
      throw new OperatorFault(
          "there is no admin token in " + path.toAbsolutePath()
              + ": name the configuration of the process (-c), or a --token-file");
    }
  }
}
