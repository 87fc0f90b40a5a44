package im.monarch.runtime.passwords;

import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.accounts.Passwords;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Argon2id on a pool of its own, so that nobody waits for it who does not sign in. */
public final class Argon2Passwords implements Passwords {

  /** As costly as any other, of a password that nobody knows. */
  static final PasswordHash NOBODYS =
      new PasswordHash(
          "$argon2id$v=19$m=%d,t=%d,p=%d$AAAAAAAAAAAAAAAAAAAAAA$%s"
              .formatted(Argon2.MEMORY_KIB, Argon2.PASSES, Argon2.LANES, "A".repeat(43)));

  private static final int LONGEST_SECONDS = 60;

  private final SecureRandom random = new SecureRandom();
  private final AtomicInteger inHand = new AtomicInteger();
  private final WorkerExecutor workers;
  private final HashingLimits limits;

  public Argon2Passwords(Vertx vertx, HashingLimits limits) {
    this.limits = limits;
    workers =
        vertx.createSharedWorkerExecutor(
            "passwords", limits.threads(), LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public Future<PasswordHash> hash(String password) {
    return admit()
        ? run(() -> Argon2.withSalt(salt()).hash(password))
        : Future.failedFuture(
            new RejectedExecutionException("too many passwords to hash; try again in a moment"));
  }

  @Override
  public Future<Verdict> verify(String password, Optional<PasswordHash> kept) {
    return admit()
        ? run(() -> verdict(password, kept))
        : Future.succeededFuture(new Verdict.Busy());
  }

  private static Verdict verdict(String password, Optional<PasswordHash> kept) {
    boolean matches = Argon2.matches(kept.orElse(NOBODYS), password);
    return matches && kept.isPresent() ? new Verdict.Right() : new Verdict.Wrong();
  }

  private boolean admit() {
    if (inHand.incrementAndGet() <= limits.inHand()) {
      return true;
    }
    inHand.decrementAndGet();
    return false;
  }

  private <T> Future<T> run(Callable<T> work) {
    return workers.executeBlocking(work, false).onComplete(done -> inHand.decrementAndGet());
  }

  private byte[] salt() {
    var salt = new byte[Argon2.SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  /** Ends the pool; what is under way is lost. */
  public Future<Void> close() {
    return workers.close();
  }
}
