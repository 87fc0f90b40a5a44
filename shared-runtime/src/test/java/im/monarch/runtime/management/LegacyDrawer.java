package im.monarch.runtime.management;

import im.monarch.domain.legacy.LegacySecret;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Legacy secrets of the accounts on a shelf. */
final class LegacyDrawer implements LegacySecrets {

  private final Map<Handle, LegacySecret> kept = new ConcurrentHashMap<>();
  private final Shelf shelf;

  LegacyDrawer(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Future<Optional<LegacySecret>> of(Handle handle) {
    return Future.succeededFuture(Optional.ofNullable(kept.get(handle)));
  }

  @Override
  public Future<Boolean> change(Handle handle, Optional<LegacySecret> secret) {
    return shelf
        .find(handle)
        .onSuccess(
            found -> {
              kept.remove(handle);
              secret.filter(it -> found.isPresent()).ifPresent(it -> kept.put(handle, it));
            })
        .map(Optional::isPresent);
  }
}
