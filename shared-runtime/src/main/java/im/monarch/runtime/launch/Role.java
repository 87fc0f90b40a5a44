package im.monarch.runtime.launch;

import im.monarch.runtime.config.RoleName;
import io.vertx.core.Future;
import java.util.List;

/** One of the servers a process can run. */
public interface Role {

  RoleName name();

  /** Whether {@link Wiring#store} has to be there. */
  boolean usesStore();

  /**
   * Deploys the role's verticles; yields what they listen on. They are undeployed at the end
   * without the role's doing.
   */
  Future<List<Bound>> start(Wiring wiring);
}
