package im.monarch.runtime.cluster;

import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells sessions that edits by others may not have reached them. Each of them then asks the store,
 * so that they are told a few at a time.
 */
final class ListDoubts {

  /** What a database bears beside its other work. */
  static final int MOST_AT_ONCE = 50;

  private final Here here;
  private final long ticks;
  private final AtomicBoolean everybody = new AtomicBoolean();

  /** Those whom the directory did not know: what others had for them did not find them. */
  private final Set<Handle> lost = new HashSet<>();

  private final Set<Handle> waiting = new LinkedHashSet<>();
  private int pace;

  /**
   * @param ticks until all sessions are told, where they are not too many
   */
  ListDoubts(Here here, long ticks) {
    this.here = here;
    this.ticks = Math.max(1, ticks);
  }

  /** All sessions here are to be told. Safe on any thread. */
  void everybody() {
    everybody.set(true);
  }

  /** News does not find the session of {@code handle}. Once it does, its lists are in doubt. */
  void unknown(Handle handle) {
    lost.add(handle);
  }

  /** News finds the session of {@code handle}. */
  void known(Handle handle) {
    if (lost.remove(handle)) {
      doubt(List.of(handle));
    }
  }

  /** Whoever is not among {@code handles} has no session here any more. */
  void stay(Collection<Handle> handles) {
    if (!lost.isEmpty()) {
      lost.retainAll(Set.copyOf(handles));
    }
  }

  /** Tells some. */
  void tick() {
    if (everybody.getAndSet(false)) {
      doubt(here.sessions().handles());
    }
    var some = new ArrayList<Handle>();
    var next = waiting.iterator();
    while (some.size() < pace && next.hasNext()) {
      some.add(next.next());
      next.remove();
    }
    if (waiting.isEmpty()) {
      pace = 0;
    }
    if (!some.isEmpty()) {
      here.sessions().deliver(new News.ListsInDoubt(), some);
    }
  }

  private void doubt(Collection<Handle> some) {
    waiting.addAll(some);
    pace = Math.clamp(waiting.size() / ticks + 1, pace, MOST_AT_ONCE);
  }
}
