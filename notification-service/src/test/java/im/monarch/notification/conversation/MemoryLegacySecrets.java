package im.monarch.notification.conversation;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.legacy.LegacySecret;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Legacy secrets in memory, whether or not there is an account. */
final class MemoryLegacySecrets implements LegacySecrets {

  private final Map<Handle, LegacySecret> kept = new HashMap<>();
  private boolean away;

  void goAway() {
    away = true;
  }

  @Override
  public Future<Optional<LegacySecret>> of(Handle handle) {
    return away
        ? Future.failedFuture(
            new StoreUnavailableException("away", new IllegalStateException("unplugged")))
        : Future.succeededFuture(Optional.ofNullable(kept.get(handle)));
  }

  @Override
  public Future<Boolean> change(Handle handle, Optional<LegacySecret> secret) {
    secret.ifPresentOrElse(it -> kept.put(handle, it), () -> kept.remove(handle));
    return Future.succeededFuture(true);
  }
}
