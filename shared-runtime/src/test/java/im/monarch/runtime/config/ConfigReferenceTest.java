package im.monarch.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {

  /** {@code mvn -pl shared-runtime test -Dtest=ConfigReferenceTest -Dreference=write} */
  private static final String WRITE = "write";

  private static final Path PAGE = Path.of("../docs/configuration.md");

  @Test
  void thePageSaysWhatTheSchemaSays() throws IOException {
    if (System.getProperty("reference", "").equals(WRITE)) {
      Files.writeString(PAGE, ConfigReference.page());
    }

    assertThat(PAGE).hasContent(ConfigReference.page());
  }
}
