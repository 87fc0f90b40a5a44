package im.monarch.conformance.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Everything a process has printed; also in a file, for people. */
public final class ProcessLog {

  private static final Pattern COMPLAINT =
      Pattern.compile(
          "\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b|^\\s+at \\S+\\(|\\b\\w+(Exception|Error)\\b");

  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final Path file;

  ProcessLog(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** Reads until the process has ended; {@code eachLine} sees every line first. */
  void follow(BufferedReader output, Consumer<String> eachLine) {
    try (var copy =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        copy.write(line);
        copy.newLine();
        copy.flush();
        if (COMPLAINT.matcher(line).find()) {
          complaints.add(line);
        }
        eachLine.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + file, e);
    }
  }

  /** Warnings, errors and stack traces that nobody has taken yet: a normal run has none. */
  public List<String> takeComplaints() {
    var taken = new ArrayList<String>();
    for (var each = complaints.poll(); each != null; each = complaints.poll()) {
      taken.add(each);
    }
    return taken;
  }

  /** What was printed so far. */
  public String text() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
