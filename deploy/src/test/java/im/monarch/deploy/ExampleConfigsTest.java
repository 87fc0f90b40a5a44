package im.monarch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.runtime.config.ConfigLoader;
import im.monarch.runtime.config.ConfigSource;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(VertxExtension.class)
class ExampleConfigsTest {

  static Stream<Path> examples() throws IOException {
    try (var files = Files.list(Path.of("config"))) {
      return files.toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsUsable(Path example, Vertx vertx) {
    var config = new ConfigLoader(vertx).load(new ConfigSource.File(example), List.of()).await();

    assertThat(config.roles()).isNotEmpty();
  }
}
