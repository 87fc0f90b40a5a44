package im.monarch.notification.conversation;

import im.monarch.domain.accounts.Account;
import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.MemberId;
import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Accounts in memory; nobody has a password, because nobody is asked for one here. */
final class MemoryAccounts implements Accounts {

  private final Map<Handle, Account> kept = new HashMap<>();
  private Optional<RuntimeException> trouble = Optional.empty();

  void goAway() {
    trouble =
        Optional.of(new StoreUnavailableException("away", new IllegalStateException("unplugged")));
  }

  void breakDown() {
    trouble = Optional.of(new IllegalStateException("broken"));
  }

  @Override
  public Future<Registration> register(Handle handle, FriendlyName name, PasswordHash password) {
    var account = new Account(kept.size(), handle, new MemberId(0x0001_0000_0002L), name);
    kept.put(handle, account);
    return Future.succeededFuture(new Registration.Registered(account));
  }

  @Override
  public Future<Optional<Account>> find(Handle handle) {
    return trouble
        .<Future<Optional<Account>>>map(Future::failedFuture)
        .orElseGet(() -> Future.succeededFuture(Optional.ofNullable(kept.get(handle))));
  }

  @Override
  public Future<Optional<PasswordHash>> passwordOf(Handle handle) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<Boolean> remove(Handle handle) {
    return Future.succeededFuture(kept.remove(handle) != null);
  }
}
