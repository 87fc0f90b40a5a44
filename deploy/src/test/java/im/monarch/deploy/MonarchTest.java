package im.monarch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.runtime.config.RoleName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonarchTest {

  @TempDir private Path folder;

  private final PrintStream usualOut = System.out;
  private final PrintStream usualErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(usualOut);
    System.setErr(usualErr);
  }

  @Test
  void withoutACommandItSaysWhatThereIs() {
    int status = Monarch.execute();

    assertThat(status).isEqualTo(2);
    assertThat(err()).contains("run ", "demo ", "probe ", "version ");
  }

  @Test
  void anUnknownCommandIsNamed() {
    int status = Monarch.execute("rum");

    assertThat(status).isEqualTo(2);
    assertThat(err()).contains("rum", "Try:  monarch --help");
  }

  @Test
  void anUnknownOptionIsNamed() {
    int status = Monarch.execute("run", "--rolls", "dispatch");

    assertThat(status).isEqualTo(2);
    assertThat(err()).contains("--rolls", "Try:  monarch run --help");
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(Monarch.execute("run", "--help")).isZero();
    assertThat(Monarch.execute("demo", "--help")).isZero();
    assertThat(Monarch.execute("probe", "--help")).isZero();
  }

  @Test
  void theVersionIsOneLine() {
    int status = Monarch.execute("version");

    assertThat(status).isZero();
    assertThat(out()).startsWith("Monarch ").hasLineCount(1);
  }

  @Test
  void everyProblemOfAConfigurationHasALine() throws IOException {
    var file = written("{\"dispatch\": {\"listen\": \"x\"}, \"nod\": {}}");

    int status = Monarch.execute("run", "-conf", file, "--roles", "chat");

    assertThat(status).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err().lines())
        .containsExactlyInAnyOrder(
            "monarch: the configuration is not usable:",
            "dispatch.listen: \"x\" (expected: host:port, 0 for any free port)",
            "nod: unknown key (did you mean node?)",
            "roles[0]: \"chat\" (expected: "
                + RoleName.words().replace(", ", " or ")
                + "), from --roles");
  }

  @Test
  void aPortThatIsTakenIsNamedWithItsKey() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var taken = "127.0.0.1:" + other.getLocalPort();
      var file =
          written(
              """
              {"dispatch": {"listen": "%s"}, "management": {"listen": "127.0.0.1:0"}}
              """
                  .formatted(taken));

      int status = Monarch.execute("run", "-c", file, "--roles", "dispatch");

      assertThat(status).isEqualTo(1);
      assertThat(out()).isEmpty();
      assertThat(err())
          .isEqualToIgnoringNewLines(
              "monarch: dispatch.listen: "
                  + taken
                  + " is in use; end what listens there, or choose another port (0: any)");
    }
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String written(String config) throws IOException {
    return Files.writeString(folder.resolve("monarch.json"), config).toString();
  }
}
