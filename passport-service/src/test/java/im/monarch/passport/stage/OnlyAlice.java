package im.monarch.passport.stage;

import im.monarch.domain.accounts.Account;
import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.MemberId;
import im.monarch.domain.accounts.PasswordHash;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One account, whose password is kept as it is. Notes who was asked for. */
public final class OnlyAlice implements Accounts {

  public static final Handle ALICE = new Handle("alice@example.com");

  private final String password;
  private final List<Handle> asked = new ArrayList<>();

  public OnlyAlice(String password) {
    this.password = password;
  }

  /** The handles that somebody looked for. */
  public List<Handle> asked() {
    return asked;
  }

  @Override
  public Future<Registration> register(Handle handle, FriendlyName name, PasswordHash hash) {
    return Future.failedFuture("nobody registers here");
  }

  @Override
  public Future<Optional<Account>> find(Handle handle) {
    return Future.succeededFuture(
        handle.equals(ALICE)
            ? Optional.of(new Account(1, ALICE, new MemberId(1), new FriendlyName("Alice")))
            : Optional.empty());
  }

  @Override
  public Future<Optional<PasswordHash>> passwordOf(Handle handle) {
    asked.add(handle);
    return Future.succeededFuture(
        handle.equals(ALICE) ? Optional.of(new PasswordHash(password)) : Optional.empty());
  }

  @Override
  public Future<Boolean> remove(Handle handle) {
    return Future.succeededFuture(false);
  }
}
