package im.monarch.conformance.chaos.fault;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the kernel does to a process that is told. */
public enum Signal {
  STOP,
  CONT,
  KILL;

  /**
   * Sends it, and returns when it was sent.
   *
   * @throws IllegalStateException when there is no such process
   */
  public void to(long pid) {
    Command.run("kill", "-" + name(), Long.toString(pid));
  }

  /** Sends it to a process and all that it has started. */
  void toAll(ProcessHandle process) {
    process.descendants().forEach(child -> quietly(child.pid()));
    quietly(process.pid());
  }

  /** Some have ended by themselves by then. */
  private void quietly(long pid) {
    try {
      new ProcessBuilder("kill", "-" + name(), Long.toString(pid)).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
