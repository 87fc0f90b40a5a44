package im.monarch.conformance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessLogTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:00:00.000 WARN  [main] im.monarch.Launch - slow",
        "12:00:00.000 ERROR [main] im.monarch.Launch - broken",
        "WARNING: A terminally deprecated method in sun.misc.Unsafe has been called",
        "java.lang.IllegalStateException: no",
        "Exception in thread \"main\" java.lang.NoClassDefFoundError: x",
        "\tat im.monarch.deploy.Monarch.main(Monarch.java:12)"
      })
  void noticesWarningsErrorsAndStackTraces(String line) {
    assertThat(followed(line).takeComplaints()).containsExactly(line);
  }

  @Test
  void doesNotMindWhatANormalRunPrints() {
    var log =
        followed(
            """
            12:00:00.000 INFO  [main] im.monarch.Launch - started node=monarch-1
            listening dispatch 127.0.0.1:1863
            monarch ready
            """);

    assertThat(log.takeComplaints()).isEmpty();
  }

  @Test
  void aComplaintIsTakenOnce() {
    var log = followed("ERROR");

    assertThat(log.takeComplaints()).hasSize(1);
    assertThat(log.takeComplaints()).isEmpty();
  }

  @Test
  void keepsEverythingForPeople() {
    var seen = new ArrayList<String>();
    var log = new ProcessLog(folder.resolve("log"));

    log.follow(new BufferedReader(new StringReader("one\ntwo\n")), seen::add);

    assertThat(seen).containsExactly("one", "two");
    assertThat(log.text()).isEqualTo("one\ntwo\n");
  }

  private ProcessLog followed(String text) {
    var log = new ProcessLog(folder.resolve("log"));
    log.follow(new BufferedReader(new StringReader(text)), line -> {});
    return log;
  }
}
