package im.monarch.domain.presence;

import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The directory of a service with one notification process. */
public final class LocalDirectory implements Directory {

  private final ConcurrentMap<Handle, Whereabouts> known = new ConcurrentHashMap<>();

  @Override
  public Future<Void> publish(Whereabouts whereabouts) {
    known.merge(
        whereabouts.handle(),
        whereabouts,
        (held, fresh) -> held.at().isAfter(fresh.at()) ? held : fresh);
    return Future.succeededFuture();
  }

  @Override
  public Future<Map<Handle, Whereabouts>> find(Collection<Handle> handles) {
    var found = new HashMap<Handle, Whereabouts>();
    for (var handle : handles) {
      var whereabouts = known.get(handle);
      if (whereabouts != null) {
        found.put(handle, whereabouts);
      }
    }
    return Future.succeededFuture(found);
  }

  @Override
  public Future<Void> withdraw(Handle handle, long epoch) {
    known.computeIfPresent(handle, (key, held) -> held.at().epoch() > epoch ? held : null);
    return Future.succeededFuture();
  }
}
