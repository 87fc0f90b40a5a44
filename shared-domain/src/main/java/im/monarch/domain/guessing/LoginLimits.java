package im.monarch.domain.guessing;

/**
 * Bounds on guessing; successful logins do not count. Per process.
 *
 * @param triesPerAccount wrong passwords within any minute for one handle, from all addresses that
 *     never signed in to it; one of those gets four fifths of it for itself
 * @param triesPerAddress wrong passwords within any minute from one network address, for all
 *     handles
 */
public record LoginLimits(int triesPerAccount, int triesPerAddress) {

  private static final int LEAST = 4;

  public static final LoginLimits DEFAULT = new LoginLimits(10, 120);

  public LoginLimits {
    atLeast("triesPerAccount", triesPerAccount);
    atLeast("triesPerAddress", triesPerAddress);
  }

  private static void atLeast(String name, int value) {
    if (value < LEAST) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + LEAST + " or more)");
    }
  }
}
