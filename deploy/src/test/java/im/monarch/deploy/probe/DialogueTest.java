package im.monarch.deploy.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DialogueTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Dialogue dialogue =
      new Dialogue(new PrintStream(out, true, StandardCharsets.UTF_8));

  @Test
  void bothSidesAreTold() {
    dialogue.client("PNG");
    dialogue.server("QNG 60");

    assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("C: PNG", "S: QNG 60");
  }

  @Test
  void aSecretIsMaskedWhereverItStands() {
    dialogue.keepSecret("t=abc");

    dialogue.client("USR 7 TWN S t=abc");
    dialogue.server("from-PP='t=abc',ru=x");

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("C: USR 7 TWN S ***", "S: from-PP='***',ru=x");
  }
}
