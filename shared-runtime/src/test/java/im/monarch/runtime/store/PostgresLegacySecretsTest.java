package im.monarch.runtime.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLegacySecretsTest extends LegacySecretsContract {

  @RegisterExtension static final PostgresStore POSTGRES = new PostgresStore();

  @Override
  Store store() {
    return POSTGRES.store();
  }
}
