package im.monarch.conformance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run has found, failures included; written to the file {@code chaos.report}, if there is
 * one.
 */
final class Results implements AutoCloseable {

  private static final Optional<Path> REPORT =
      Optional.ofNullable(System.getProperty("chaos.report"))
          .filter(path -> !path.isBlank())
          .map(Path::of);
  private static final Path SO_FAR = Path.of("target", "chaos", "results.md");
  private static final long GIB = 1L << 30;

  private final List<Entry> entries = new ArrayList<>();

  /** One test. */
  static final class Entry {

    private final String name;
    private final List<String> lines = new ArrayList<>();
    private String outcome = "did not end";

    private Entry(String name) {
      this.name = name;
    }

    void add(String line) {
      lines.add(line);
    }

    void ended(String how) {
      outcome = how;
    }

    private String shown() {
      var text = new StringBuilder("\n## " + name + "\n\n**" + outcome + "**\n\n");
      lines.forEach(line -> text.append("- ").append(line.replace("|", "\\|")).append('\n'));
      return text.toString();
    }
  }

  Entry entry(String name) {
    var entry = new Entry(name);
    entries.add(entry);
    return entry;
  }

  /** For whoever waits for the end of a long run. */
  void writeSoFar() {
    write(SO_FAR);
  }

  @Override
  public void close() {
    REPORT.ifPresent(this::write);
  }

  private void write(Path report) {
    var text = new StringBuilder(head());
    entries.forEach(entry -> text.append(entry.shown()));
    try {
      Files.createDirectories(report.toAbsolutePath().getParent());
      Files.writeString(report, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String head() {
    return """
    # Reliability

    What became of promises while something was broken. The tests of `im.monarch.conformance.chaos` wrote this page by themselves
    on %s, in their %s form; nothing here was edited, and what they did not try is not here. [Chaos](../conformance/README.md#chaos)
    says what F1 to K7 are and how to run them.

    %s; seed %d. %d cores and %d GiB for the database, all servers and all people together. Times are what was seen,
    those with a promise beside them fail the test when they exceed it.
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Faults.FULL ? "full" : "short",
            numbers(),
            Scene.SEED,
            Runtime.getRuntime().availableProcessors(),
            memory() / GIB);
  }

  private static String numbers() {
    return Faults.numbers().entrySet().stream()
        .map(number -> number.getKey() + ' ' + number.getValue())
        .collect(Collectors.joining(", "));
  }

  private static long memory() {
    var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean here
        ? here.getTotalMemorySize()
        : 0;
  }
}
