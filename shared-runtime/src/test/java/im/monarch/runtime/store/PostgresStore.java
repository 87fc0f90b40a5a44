package im.monarch.runtime.store;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A store in a PostgreSQL database of its own for the tests of one class. */
final class PostgresStore implements BeforeAllCallback, AfterAllCallback {

  private Vertx vertx;
  private Store store;

  Store store() {
    return store;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    vertx = Vertx.vertx();
    store = Store.open(vertx, StoreConfig.of(Postgres.freshDatabase())).await();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    store.close().await();
    vertx.close().await();
  }
}
