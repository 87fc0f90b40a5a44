package im.monarch.domain.presence;

import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;

/** Where everybody is and how they appear, for the whole service. */
public interface Directory {

  /** Makes {@code whereabouts} known unless something later is known already. */
  Future<Void> publish(Whereabouts whereabouts);

  /** What is known about {@code handles}, in one round trip; nothing about those not signed in. */
  Future<Map<Handle, Whereabouts>> find(Collection<Handle> handles);

  /** Forgets the session of {@code epoch}; a later session of the account stays. */
  Future<Void> withdraw(Handle handle, long epoch);
}
