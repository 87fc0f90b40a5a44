package im.monarch.conformance.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Many attempts at once, each with a random generator of its own. */
final class Swarm {

  private static final long SEED = Long.getLong("monarch.seed", 19_990_722L);
  private static final int ATTEMPTS = Integer.getInteger("monarch.attempts", 10_000);
  private static final int AT_ONCE = 64;

  /** One client's doing. */
  interface Attempt {

    /**
     * Makes one attempt.
     *
     * @throws Exception or an {@link AssertionError} when the server did something wrong
     */
    void make(Random random) throws Exception;
  }

  private Swarm() {}

  /** Makes {@code attempt} 10,000 times, unless told otherwise. */
  static void unleash(Attempt attempt) throws InterruptedException {
    var permits = new Semaphore(AT_ONCE);
    var outcomes = new ArrayList<Future<Void>>(ATTEMPTS);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < ATTEMPTS; i++) {
        outcomes.add(threads.submit(once(attempt, SEED + i, permits)));
      }
    }
    check(outcomes);
  }

  private static Callable<Void> once(Attempt attempt, long seed, Semaphore permits) {
    return () -> {
      permits.acquire();
      try {
        attempt.make(new Random(seed));
        return null;
      } finally {
        permits.release();
      }
    };
  }

  private static void check(List<Future<Void>> outcomes) throws InterruptedException {
    for (int i = 0; i < outcomes.size(); i++) {
      try {
        outcomes.get(i).get();
      } catch (ExecutionException e) {
        throw new AssertionError("seed " + (SEED + i) + ": " + e.getCause(), e.getCause());
      }
    }
  }
}
