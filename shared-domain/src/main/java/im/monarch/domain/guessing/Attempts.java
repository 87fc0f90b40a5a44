package im.monarch.domain.guessing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Who may try a password now. Three allowances have to be there: of the address, of the handle at
 * that address, and of the handle. The last one is not asked for at an address that has signed in
 * to this handle before: so strangers who guess, however many they are, cannot keep its owner out
 * there, and elsewhere for no longer than they go on. Safe to share.
 */
public final class Attempts {

  /** The outcome of asking. */
  public sealed interface Permission {

    /** Try. A wrong password counts unless somebody says otherwise. */
    record Granted(Attempt attempt) implements Permission {}

    record Denied(Duration pause) implements Permission {}
  }

  /** One permitted try: the keys it is counted under. */
  public record Attempt(long address, long pair, long account, boolean familiar) {}

  private static final int FAMILIAR_SLOTS = 1 << 14;

  private final RateLimit perAddress;
  private final RateLimit perPair;
  private final RateLimit perAccount;
  private final AtomicLongArray familiar = new AtomicLongArray(FAMILIAR_SLOTS);
  private final byte[] salt = new byte[16];

  public Attempts(LoginLimits limits, Clock clock) {
    this.perAddress = new RateLimit(limits.triesPerAddress(), clock);
    this.perPair = new RateLimit(limits.triesPerAccount() * 4 / 5, clock);
    this.perAccount = new RateLimit(limits.triesPerAccount(), clock);
    new SecureRandom().nextBytes(salt);
  }

  /** May somebody at {@code address} try a password for {@code handle}? */
  public Permission ask(String handle, String address) {
    long pair = key("pair", handle, address);
    boolean known = familiar.get(familiarSlot(pair)) == pair;
    var attempt = new Attempt(key("address", address), pair, key("account", handle), known);

    var pause = perAddress.take(attempt.address());
    if (!pause.isZero()) {
      return new Permission.Denied(pause);
    }
    pause = perPair.take(pair);
    if (!pause.isZero()) {
      perAddress.giveBack(attempt.address());
      return new Permission.Denied(pause);
    }
    pause = known ? Duration.ZERO : perAccount.take(attempt.account());
    if (!pause.isZero()) {
      perAddress.giveBack(attempt.address());
      perPair.giveBack(pair);
      return new Permission.Denied(pause);
    }
    return new Permission.Granted(attempt);
  }

  /** The try does not count: nothing was tried, or the password was right. */
  public void forgive(Attempt attempt) {
    perAddress.giveBack(attempt.address());
    perPair.giveBack(attempt.pair());
    if (!attempt.familiar()) {
      perAccount.giveBack(attempt.account());
    }
  }

  /** The password was right: the address is a familiar one from now on. */
  public void welcome(Attempt attempt) {
    forgive(attempt);
    familiar.set(familiarSlot(attempt.pair()), attempt.pair());
  }

  private static int familiarSlot(long pair) {
    return (int) (pair & (FAMILIAR_SLOTS - 1));
  }

  /** Nobody who does not know the salt can find two words that share a slot. */
  private long key(String... words) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      for (var word : words) {
        digest.update(word.getBytes(UTF_8));
        digest.update((byte) 0);
      }
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
