package im.monarch.runtime.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAccountsTest extends AccountsContract {

  @RegisterExtension static final PostgresStore POSTGRES = new PostgresStore();

  @Override
  Store store() {
    return POSTGRES.store();
  }
}
