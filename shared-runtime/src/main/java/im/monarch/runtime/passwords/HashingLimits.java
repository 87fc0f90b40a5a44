package im.monarch.runtime.passwords;

/**
 * How much hashing goes on at once. One hash takes 19 MiB and, on one core, about 50 ms.
 *
 * @param threads how many hashes are made at the same time
 * @param inHand how many are under way or waiting, all together; more are refused
 */
public record HashingLimits(int threads, int inHand) {

  private static final int HASHES_A_SECOND = 20;

  public HashingLimits {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads + " (expected: at least 1)");
    }
    if (inHand < threads) {
      throw new IllegalArgumentException(
          "inHand: " + inHand + " (expected: at least as many as threads, " + threads + ')');
    }
  }

  /** A thread for each processor, and about a second of work waiting for each. */
  public static HashingLimits ofThisMachine() {
    int threads = Runtime.getRuntime().availableProcessors();
    return new HashingLimits(threads, threads * HASHES_A_SECOND);
  }
}
