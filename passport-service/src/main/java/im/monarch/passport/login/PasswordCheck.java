package im.monarch.passport.login;

import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.accounts.Passwords;
import im.monarch.domain.accounts.Passwords.Verdict;
import im.monarch.domain.guessing.Attempts;
import im.monarch.domain.guessing.Attempts.Attempt;
import im.monarch.domain.guessing.LoginLimits;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tests a handle and a password, with limits on guessing. A handle that does not exist, or cannot,
 * takes the same steps and the same time as one with another password. Safe to share.
 */
public final class PasswordCheck {

  /** The outcome of one test. */
  public sealed interface Outcome {
    record Right(Handle handle) implements Outcome {}

    /** Or there is no such account: nobody is told which. */
    record Wrong() implements Outcome {}

    /** Nothing was tested: too many guesses, too many logins at once, or the store is away. */
    record TryLater(Duration pause) implements Outcome {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(PasswordCheck.class);
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  private final Accounts accounts;
  private final Passwords passwords;
  private final Attempts attempts;

  public PasswordCheck(Accounts accounts, Passwords passwords, LoginLimits limits, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = new Attempts(limits, clock);
  }

  /**
   * Never fails.
   *
   * @param name the handle as typed
   * @param address where the client is
   */
  public Future<Outcome> check(String name, String password, String address) {
    return switch (attempts.ask(name.toLowerCase(Locale.ROOT), address)) {
      case Attempts.Permission.Granted(var attempt) ->
          test(handle(name), password, attempt).recover(fault -> storeAway(attempt, fault));
      case Attempts.Permission.Denied(var pause) -> {
        LOG.atDebug().addKeyValue("address", address).log("too many tries");
        yield Future.succeededFuture(new Outcome.TryLater(pause));
      }
    };
  }

  private Future<Outcome> test(Optional<Handle> handle, String password, Attempt attempt) {
    return kept(handle)
        .compose(hash -> passwords.verify(password, hash))
        .map(verdict -> conclude(verdict, handle, attempt));
  }

  private Future<Optional<PasswordHash>> kept(Optional<Handle> handle) {
    return handle
        .map(accounts::passwordOf)
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private Outcome conclude(Verdict verdict, Optional<Handle> handle, Attempt attempt) {
    return switch (verdict) {
      case Verdict.Right() -> {
        attempts.welcome(attempt);
        yield handle.<Outcome>map(Outcome.Right::new).orElseGet(Outcome.Wrong::new);
      }
      case Verdict.Wrong() -> new Outcome.Wrong();
      case Verdict.Busy() -> {
        attempts.forgive(attempt);
        yield new Outcome.TryLater(A_MOMENT);
      }
    };
  }

  private Future<Outcome> storeAway(Attempt attempt, Throwable fault) {
    attempts.forgive(attempt);
    LOG.atWarn().addKeyValue("reason", fault).log("cannot check passwords");
    return Future.succeededFuture(new Outcome.TryLater(A_MOMENT));
  }

  private static Optional<Handle> handle(String name) {
    try {
      return Optional.of(new Handle(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // nobody can be called that
    }
  }
}
