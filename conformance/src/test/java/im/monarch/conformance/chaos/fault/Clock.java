package im.monarch.conformance.chaos.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The clock on the wall, for one process, which can be put forward and back; the monotonic clock
 * goes on. Needs libfaketime, which few machines have: Debian's package of that name, or {@code
 * -Dchaos.faketime=FILE}.
 */
public final class Clock {

  private static final Path LIBRARY =
      Path.of(
          System.getProperty(
              "chaos.faketime", "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"));

  private final Path offset;

  /**
   * A clock that is right so far.
   *
   * @param offset a file for it
   */
  public Clock(Path offset) {
    this.offset = offset.toAbsolutePath();
    step(0);
  }

  /** Whether this machine can do it. */
  public static boolean available() {
    return Files.isReadable(LIBRARY);
  }

  /** The command that runs another one by this clock. */
  public List<String> wrapper() {
    return List.of(
        "env",
        "LD_PRELOAD=" + LIBRARY.toAbsolutePath(),
        "FAKETIME_TIMESTAMP_FILE=" + offset,
        "FAKETIME_NO_CACHE=1",
        "FAKETIME_DONT_FAKE_MONOTONIC=1",
        "DONT_FAKE_MONOTONIC=1");
  }

  /** The clock is so many seconds fast from now on; slow, if negative. */
  public void step(int seconds) {
    try {
      Files.writeString(offset, "%+d".formatted(seconds));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
