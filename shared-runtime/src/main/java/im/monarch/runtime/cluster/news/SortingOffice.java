package im.monarch.runtime.cluster.news;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Directory;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out to which nodes letters go. One question to the directory is under way at a time, and
 * what comes in meanwhile goes with the next: so the order stays, and the busier it is the fewer
 * questions there are for each letter.
 */
final class SortingOffice {

  private static final Logger LOG = LoggerFactory.getLogger(SortingOffice.class);

  /** How many people are looked up at once. */
  private static final int HANDLES = 1_000;

  /** How many letters may wait before presence is turned away. */
  private static final int CROWD = 20_000;

  private static final int TRIES = 5;
  private static final long PAUSE = 300;

  /** What becomes of letters. */
  interface Outcome {

    /** Some receivers of {@code letter} are at {@code node}. */
    void send(NodeId node, Letter letter);

    /** A letter for everybody. */
    void sendEverywhere(Letter letter);

    /** Something got lost that might have been for anybody. */
    void lost(Mark what);
  }

  private final Context home;
  private final Directory directory;
  private final Outcome outcome;
  private final Queue<Letter> arriving = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean called = new AtomicBoolean();
  private boolean looking;

  /**
   * @param home where {@code outcome} is told
   */
  SortingOffice(Context home, Directory directory, Outcome outcome) {
    this.home = home;
    this.directory = directory;
    this.outcome = outcome;
  }

  /** Safe on any thread. */
  void add(Letter letter) {
    if (waiting.incrementAndGet() > CROWD && letter.isPresence()) {
      waiting.decrementAndGet();
      home.runOnContext(full -> outcome.lost(Mark.PRESENCE));
      return;
    }
    arriving.add(letter);
    if (called.compareAndSet(false, true)) {
      home.runOnContext(
          turn -> {
            called.set(false);
            lookUp();
          });
    }
  }

  boolean isIdle() {
    return waiting.get() == 0;
  }

  private void lookUp() {
    if (looking || arriving.isEmpty()) {
      return;
    }
    var letters = new ArrayList<Letter>();
    var handles = new HashSet<Handle>();
    for (var letter = arriving.poll(); letter != null; letter = arriving.poll()) {
      letters.add(letter);
      handles.addAll(letter.receivers());
      if (handles.size() >= HANDLES) {
        break;
      }
    }
    looking = true;
    lookUp(letters, handles, 1);
  }

  private void lookUp(List<Letter> letters, Set<Handle> handles, int attempt) {
    directory
        .find(handles)
        .onComplete(
            found -> {
              letters.forEach(letter -> sort(letter, found));
              done(letters);
            },
            fault -> {
              if (attempt < TRIES) {
                home.owner().setTimer(PAUSE, again -> lookUp(letters, handles, attempt + 1));
              } else {
                giveUp(letters, fault);
              }
            });
  }

  private void giveUp(List<Letter> letters, Throwable fault) {
    LOG.atWarn()
        .setCause(fault)
        .addKeyValue("letters", letters.size())
        .log("news lost: the directory does not say where people are");
    outcome.lost(Mark.PRESENCE);
    if (!letters.stream().allMatch(Letter::isPresence)) {
      outcome.lost(Mark.LISTS);
    }
    done(letters);
  }

  private void done(List<Letter> letters) {
    waiting.addAndGet(-letters.size());
    looking = false;
    lookUp();
  }

  private void sort(Letter letter, Map<Handle, Whereabouts> found) {
    if (letter.isToEverybody()) {
      outcome.sendEverywhere(letter);
      return;
    }
    letter.receivers().stream()
        .filter(found::containsKey)
        .collect(Collectors.groupingBy(receiver -> found.get(receiver).node()))
        .forEach((node, receivers) -> outcome.send(node, letter.to(receivers)));
  }
}
