package im.monarch.protocol.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DialectsPageTest {

  /** {@code mvn -pl shared-protocol test -Dtest=DialectsPageTest -Dreference=write} */
  private static final String WRITE = "write";

  private static final Path PAGE = Path.of("../docs/protocol/dialects.md");

  @Test
  void thePageSaysWhatTheTablesSay() throws IOException {
    var page = DialectsPage.page();
    if (System.getProperty("reference", "").equals(WRITE)) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).hasContent(page);
  }
}
