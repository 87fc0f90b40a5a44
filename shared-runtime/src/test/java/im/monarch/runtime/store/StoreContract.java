package im.monarch.runtime.store;

import im.monarch.domain.accounts.Account;
import im.monarch.domain.accounts.Accounts.Registration.Registered;
import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.roster.Roster;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What the contracts of all ports need. Tests share a store and have accounts of their own. */
abstract class StoreContract {

  static final PasswordHash PASSWORD = new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA");

  private static final AtomicInteger TESTS = new AtomicInteger();

  private final int test = TESTS.incrementAndGet();

  abstract Store store();

  /** A handle that no other test has: {@code bob} is bob-7@example.com. */
  Handle handle(String name) {
    return new Handle(name + '-' + test + "@example.com");
  }

  /** Registers {@code bob}, who calls himself Bob. */
  Handle register(String name) {
    return account(name).handle();
  }

  Account account(String name) {
    var registration = store().accounts().register(handle(name), ownName(name), PASSWORD).await();
    return ((Registered) registration).account();
  }

  static FriendlyName ownName(String name) {
    return new FriendlyName(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
  }

  Roster roster(Handle owner) {
    return store().rosters().load(owner).await().orElseThrow();
  }

  long version(Handle owner) {
    return roster(owner).version().number();
  }
}
