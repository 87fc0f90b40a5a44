package im.monarch.runtime.store;

import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.runtime.legacy.SecretSeal;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class H2LegacySecretsTest extends LegacySecretsContract {

  @RegisterExtension static final H2Store H2 = new H2Store();

  @TempDir private static Path folder;
  private static Vertx vertx;
  private static SecretSeal seal;

  @BeforeAll
  static void makeSeal() {
    vertx = Vertx.vertx();
    seal = new SecretSeal(vertx, folder.resolve("key"));
  }

  @AfterAll
  static void close() {
    vertx.close().await();
  }

  @Override
  Store store() {
    return H2.store();
  }

  @Override
  LegacySecrets secrets() {
    return H2.store().legacySecrets(seal);
  }
}
