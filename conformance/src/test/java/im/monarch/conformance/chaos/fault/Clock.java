package im.monarch.conformance.chaos.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * The clock on the wall, for one process, which can be put forward and back; the monotonic clock
 * goes on. Needs libfaketime, which few machines have: {@code conformance/install-tools} installs
 * it, {@code -Dchaos.faketime=FILE} names another one.
 */
public final class Clock {

  /** The process looks that often, not each time it asks for the time: it asks all the time. */
  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(1);

  private static final String NAME = "faketime/libfaketimeMT.so.1";
  private static final Path LIBRARIES = Path.of("/usr/lib");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final Path offset;
  private final Path library;

  /**
   * A clock that is right so far.
   *
   * @param offset a file for it
   */
  public Clock(Path offset) {
    this.offset = offset.toAbsolutePath();
    this.library = library().orElseThrow();
    step(0);
  }

  /** Whether this machine can do it. */
  public static boolean available() {
    return library().isPresent();
  }

  /** Debian has a folder for each kind of processor. */
  private static Optional<Path> library() {
    var named = Optional.ofNullable(System.getProperty("chaos.faketime")).map(Path::of);
    if (named.isPresent()) {
      return named.filter(Files::isReadable);
    }
    try (var folders = Files.list(LIBRARIES)) {
      return folders.map(folder -> folder.resolve(NAME)).filter(Files::isReadable).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The command that runs another one by this clock. */
  public List<String> wrapper() {
    return List.of(
        "env",
        "LD_PRELOAD=" + library.toAbsolutePath(),
        "FAKETIME_TIMESTAMP_FILE=" + offset,
        "FAKETIME_CACHE_DURATION=" + NOTICED_WITHIN.toSeconds(),
        "FAKETIME_DONT_FAKE_MONOTONIC=1");
  }

  /** The clock is so many seconds fast from now on; slow, if negative. */
  public void step(int seconds) {
    var next = offset.resolveSibling(offset.getFileName() + ".next");
    try {
      Files.writeString(next, "%+d".formatted(seconds));
      // At once: who finds half of it takes the clock for right.
      Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How fast the clock on the wall of that Java process is; it says the time with its threads. */
  public static Duration fastBy(long pid) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var said = Command.attempt(jcmd, Long.toString(pid), "Thread.print").output();
    var stamp =
        said.lines()
            .dropWhile(line -> !line.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(pid + " says no time: " + said));
    return Duration.between(
        LocalDateTime.now(ZoneId.systemDefault()), LocalDateTime.parse(stamp, STAMP));
  }
}
