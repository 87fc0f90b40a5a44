package im.monarch.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class ConfigLoaderTest {

  @TempDir private Path folder;

  @Test
  void aFileMayHaveComments(Vertx vertx, VertxTestContext context) throws IOException {
    var file =
        written(
            """
            // who we are
            {"node": {"name": "a-name"} /* that is all */}
            """);

    load(vertx, file)
        .onComplete(
            context.succeeding(
                config -> {
                  context.verify(() -> assertThat(config.node().name()).isEqualTo("a-name"));
                  context.completeNow();
                }));
  }

  @Test
  void aMissingFileIsNamed(Vertx vertx, VertxTestContext context) {
    var file = folder.resolve("nowhere.json");

    expectProblem(vertx, file, file + ": no such file (name it with -c)", context);
  }

  @Test
  void aBrokenFileIsNotQuoted(Vertx vertx, VertxTestContext context) throws IOException {
    var file = written("{\"management\":\n {\"adminToken\": hush}}");

    expectProblem(
        vertx,
        file,
        file + ": not JSON at line 2, column 22 (look there for a comma, quote or bracket)",
        context);
  }

  @Test
  void aListIsNoConfiguration(Vertx vertx, VertxTestContext context) throws IOException {
    var file = written("[]");

    expectProblem(
        vertx, file, file + ": not JSON (look there for a comma, quote or bracket)", context);
  }

  @Test
  void aConfigurationOfTheProgramNeedsNoFile(Vertx vertx, VertxTestContext context) {
    new ConfigLoader(vertx)
        .load(new ConfigSource.Inline(new JsonObject()), List.of("dispatch"))
        .onComplete(
            context.succeeding(
                config -> {
                  context.verify(
                      () -> assertThat(config.roles()).containsExactly(RoleName.DISPATCH));
                  context.completeNow();
                }));
  }

  private void expectProblem(Vertx vertx, Path file, String problem, VertxTestContext context) {
    load(vertx, file)
        .onComplete(
            context.failing(
                fault -> {
                  context.verify(() -> assertThat(fault).hasMessage(problem));
                  context.completeNow();
                }));
  }

  private static Future<MonarchConfig> load(Vertx vertx, Path file) {
    return new ConfigLoader(vertx).load(new ConfigSource.File(file), List.of());
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("monarch.json"), text);
  }
}
