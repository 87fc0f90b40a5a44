package im.monarch.conformance.chaos.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A command of the operating system that ends at once. */
final class Command {

  private Command() {}

  /**
   * Runs it.
   *
   * @throws IllegalStateException with what it printed, when it fails
   */
  static void run(String... words) {
    var ended = attempt(words);
    if (ended.status() != 0) {
      throw new IllegalStateException(
          String.join(" ", words) + ": " + ended.status() + ' ' + ended.output());
    }
  }

  /** How it ended. */
  record Ended(int status, String output) {}

  static Ended attempt(String... words) {
    try {
      var process = new ProcessBuilder(List.of(words)).redirectErrorStream(true).start();
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), output.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
