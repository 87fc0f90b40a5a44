package im.monarch.runtime.store;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An H2 store in a file of its own for the tests of one class. */
final class H2Store implements BeforeAllCallback, AfterAllCallback {

  private Vertx vertx;
  private Store store;
  private Path folder;

  Store store() {
    return store;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    folder = Files.createTempDirectory("monarch-store");
    vertx = Vertx.vertx();
    store = Store.open(vertx, StoreConfig.h2(folder.resolve("test"))).await();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    store.close().await();
    vertx.close().await();
    Files.delete(folder.resolve("test.mv.db"));
    Files.delete(folder);
  }
}
