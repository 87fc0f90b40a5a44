package im.monarch.conformance.chaos.history;

import im.monarch.conformance.chaos.history.Event.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Takes down what happens, in order, from any thread; keeps all of it. */
public final class Recorder {

  private final long start = System.nanoTime();
  private final ReentrantLock turn = new ReentrantLock();
  private final List<Event> events = new ArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private long last = -1;

  /** A number for a new connection. */
  public int connection() {
    return connections.incrementAndGet();
  }

  /** Takes down an event of a connection. */
  public void note(int connection, String who, String node, Kind kind, String text) {
    turn.lock();
    try {
      last = Math.max(last + 1, System.nanoTime() - start);
      events.add(new Event(last, connection, who, node, kind, text));
    } finally {
      turn.unlock();
    }
  }

  /**
   * Takes down what concerns everybody.
   *
   * @return when that was
   */
  public long mark(String text) {
    note(0, "-", "-", Kind.MARK, text);
    return now();
  }

  /** {@code owner} has {@code contact} on a list from the beginning. */
  public void given(String owner, String list, String contact) {
    note(0, owner, "-", Kind.GIVEN, owner + ' ' + list + ' ' + contact);
  }

  /** Nanoseconds since the beginning. */
  public long now() {
    return System.nanoTime() - start;
  }

  /** What has happened so far. */
  public History history() {
    turn.lock();
    try {
      return new History(events);
    } finally {
      turn.unlock();
    }
  }

  /** Writes everything into a file, a line for each event. */
  public void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, history().events().stream().map(Event::shown).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
