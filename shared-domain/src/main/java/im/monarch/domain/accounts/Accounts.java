package im.monarch.domain.accounts;

import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.Optional;

/** The accounts of the service. What was answered with success survives a crash of everything. */
public interface Accounts {

  /** The outcome of registering. */
  sealed interface Registration {
    record Registered(Account account) implements Registration {}

    record AlreadyThere() implements Registration {}
  }

  Future<Registration> register(Handle handle, FriendlyName name, PasswordHash password);

  Future<Optional<Account>> find(Handle handle);

  /** The hash kept for {@code handle}, if there is such an account. */
  Future<Optional<PasswordHash>> passwordOf(Handle handle);

  /**
   * Removes the account, its lists, and itself from the lists of others.
   *
   * @return whether there was one
   */
  Future<Boolean> remove(Handle handle);
}
