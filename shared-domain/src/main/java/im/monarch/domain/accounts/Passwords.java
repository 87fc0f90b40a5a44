package im.monarch.domain.accounts;

import io.vertx.core.Future;
import java.util.Optional;

/**
 * Makes and checks password hashes, slowly on purpose and therefore on a bounded pool. When the
 * pool is full the answer is {@link Verdict.Busy} at once, never a queue that grows.
 */
public interface Passwords {

  /** The outcome of one check. */
  sealed interface Verdict {
    record Right() implements Verdict {}

    record Wrong() implements Verdict {}

    /** Too many checks are under way; ask again in a moment. */
    record Busy() implements Verdict {}
  }

  /** The hash to keep for {@code password}; fails when the pool is full. */
  Future<PasswordHash> hash(String password);

  /**
   * Compares in constant time.
   *
   * @param kept the account's hash; none for an unknown account, which costs the same time and is
   *     {@link Verdict.Wrong}, so that guessing handles learns nothing
   */
  Future<Verdict> verify(String password, Optional<PasswordHash> kept);
}
