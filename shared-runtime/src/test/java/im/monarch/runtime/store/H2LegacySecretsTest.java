package im.monarch.runtime.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class H2LegacySecretsTest extends LegacySecretsContract {

  @RegisterExtension static final H2Store H2 = new H2Store();

  @Override
  Store store() {
    return H2.store();
  }
}
